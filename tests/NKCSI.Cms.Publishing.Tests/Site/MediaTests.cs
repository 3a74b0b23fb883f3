using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Publishing.Tests.Site;

public sealed class MediaTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private static readonly byte[] Text = "Съдържание"u8.ToArray();

    private readonly PublishedSite _site = shared.Site;

    private IMediaService Media => _site.Get<IMediaService>();

    private IFileSystem Files => _site.Get<MediaFileManager>().FileSystem;

    [Fact]
    public void Save_MediaWithFile_DescribesTheFile()
    {
        var file = GivenFile("Отчет");

        var saved = Media.GetById(file.Key)!;
        Assert.Equal("txt", saved.GetValue<string>(Constants.Conventions.Media.Extension));
        Assert.Equal($"{Text.Length}", $"{saved.GetValue(Constants.Conventions.Media.Bytes)}");
    }

    [Fact]
    public async Task Read_SavedMedia_IsPublishedWithItsAddress()
    {
        var file = GivenFile("Отчет");

        var item = _site.Get<IPublishedMediaCache>().GetById(file.Key)!;

        Assert.Equal(PublishedItemType.Media, item.ItemType);
        var url = await _site.InRequestAsync(
            "/",
            _ => Task.FromResult(_site.Get<IPublishedUrlProvider>().GetMediaUrl(file.Key))
        );
        Assert.StartsWith("/media/", url, StringComparison.Ordinal);
        Assert.EndsWith(".txt", url, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_RenamedMedia_IsReadByItsNewName()
    {
        var file = GivenFile("Годишник");
        Assert.Equal("Годишник", NameOf(file));

        file.Name = "Доклад";
        Media.Save(file);

        Assert.Equal("Доклад", NameOf(file));
    }

    [Fact]
    public void MoveToRecycleBin_Media_IsGoneAndItsFileStays()
    {
        var file = GivenFile("Отчет");
        var path = PathOf(file);

        Media.MoveToRecycleBin(file);

        Assert.Null(_site.Get<IPublishedMediaCache>().GetById(file.Key));
        Assert.True(Files.FileExists(path));
    }

    [Fact]
    public void Delete_Media_DeletesItsFile()
    {
        var file = GivenFile("Отчет");
        var path = PathOf(file);
        Assert.True(Files.FileExists(path));

        Media.Delete(file);

        Assert.False(Files.FileExists(path));
    }

    [Fact]
    public void Delete_MediaWithAnothersFileInItsValue_LeavesThatFile()
    {
        var owner = GivenFile("Отчет");
        var other = GivenFile("Друг");
        other.SetValue(Constants.Conventions.Media.File, owner.GetValue<string>(Constants.Conventions.Media.File));
        Media.Save(other);

        Media.Delete(other);

        Assert.True(Files.FileExists(PathOf(owner)));
    }

    [Fact]
    public async Task MoveToRecycleBin_WithProtection_HidesTheFileUntilItIsRestored()
    {
        await using var site = await PublishedSite.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Umbraco:CMS:Content:EnableMediaRecycleBinProtection"] = "true",
            }
        );
        var media = site.Get<IMediaService>();
        var files = site.Get<MediaFileManager>().FileSystem;
        var file = GivenFile("Отчет", site);
        var path = PathOf(file, site);

        media.MoveToRecycleBin(file);
        Assert.False(files.FileExists(path));

        media.Move(media.GetById(file.Key)!, Constants.System.Root);
        Assert.True(files.FileExists(path));

        media.MoveToRecycleBin(media.GetById(file.Key)!);
        media.Delete(media.GetById(file.Key)!);
        Assert.Empty(files.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20px' viewBox='0 0 1 1'/>", "40", "20")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='100%' viewBox='0 0 12.5 8'/>", "13", "8")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", null, null)]
    [InlineData("това не е рисунка", null, null)]
    public void Save_Drawing_DescribesItsSize(string drawing, string? width, string? height)
    {
        var media = Media.CreateMedia(
            "Знак",
            Constants.System.Root,
            Constants.Conventions.MediaTypes.VectorGraphicsAlias
        );

        Store(media, "znak.svg", System.Text.Encoding.UTF8.GetBytes(drawing), _site);

        var saved = Media.GetById(media.Key)!;
        Assert.Equal(width, saved.GetValue(Constants.Conventions.Media.Width)?.ToString());
        Assert.Equal(height, saved.GetValue(Constants.Conventions.Media.Height)?.ToString());
    }

    [Fact]
    public void Copy_DocumentWithFile_HasAFileOfItsOwnThatStaysWhenTheOriginalGoes()
    {
        var original = _site.PublishedNote("С файл");
        original.SetValue("file", Stored(original, "file", "prilozhenie.txt"));
        _site.Documents.Save(original);

        var copy = _site.Documents.Copy(original, Constants.System.Root, relateToOriginal: false)!;
        _site.Documents.Delete(_site.Documents.GetById(original.Key)!);

        var kept = Files.GetRelativePath(_site.Documents.GetById(copy.Key)!.GetValue<string>("file")!);
        var gone = Files.GetRelativePath(original.GetValue<string>("file")!);
        Assert.NotEqual(gone, kept);
        Assert.True(Files.FileExists(kept));
        Assert.False(Files.FileExists(gone));
    }

    private string Stored(IContentBase item, string alias, string fileName)
    {
        using var content = new MemoryStream(Text);
        var manager = _site.Get<MediaFileManager>();
        return Files.GetUrl(manager.StoreFile(item, item.Properties[alias]!.PropertyType, fileName, content, null));
    }

    private IMedia GivenFile(string name) => GivenFile(name, _site);

    private static IMedia GivenFile(string name, PublishedSite site)
    {
        var file = site.Get<IMediaService>()
            .CreateMedia(name, Constants.System.Root, Constants.Conventions.MediaTypes.File);
        Store(file, "otchet.txt", Text, site);
        return file;
    }

    private static void Store(IMedia media, string fileName, byte[] bytes, PublishedSite site)
    {
        var property = media.Properties[Constants.Conventions.Media.File]!;
        using var content = new MemoryStream(bytes);
        var path = site.Get<MediaFileManager>().StoreFile(media, property.PropertyType, fileName, content, null);
        media.SetValue(Constants.Conventions.Media.File, site.Get<MediaFileManager>().FileSystem.GetUrl(path));
        Assert.True(site.Get<IMediaService>().Save(media).Success);
    }

    private string? NameOf(IMedia file) => _site.Get<IPublishedMediaCache>().GetById(file.Key)?.Cultures[""].Name;

    private string PathOf(IMedia file) => PathOf(file, _site);

    private static string PathOf(IMedia file, PublishedSite site) =>
        site.Get<MediaFileManager>()
            .FileSystem.GetRelativePath(file.GetValue<string>(Constants.Conventions.Media.File)!);
}
