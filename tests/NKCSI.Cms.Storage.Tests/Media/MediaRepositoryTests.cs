using NKCSI.Cms.Storage.Media;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;
using Xunit;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Tests.Media;

public sealed class MediaRepositoryTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private IMediaService Media => cms.Get<IMediaService>();

    [Fact]
    public void Save_Twice_ChangesTheOneVersionInPlace()
    {
        var image = Saved("Снимка", Constants.Conventions.MediaTypes.Image);
        image.SetValue(Constants.Conventions.Media.Extension, "jpg");
        Assert.True(Media.Save(image).Success);

        var read = Media.GetById(image.Key)!;

        Assert.Equal(image.VersionId, read.VersionId);
        Assert.Equal("jpg", read.GetValue<string>(Constants.Conventions.Media.Extension));
        Assert.Single(InScope(() => cms.Get<IMediaRepository>().GetVersionIds(image.Id, 10).ToList()));
    }

    [Fact]
    public void Save_SameNameBelowOneFolder_GetsANumber()
    {
        var folder = Saved("Папка", Constants.Conventions.MediaTypes.Folder);

        Assert.Equal("Файл", Saved("Файл", Constants.Conventions.MediaTypes.File, folder.Id).Name);
        Assert.Equal("Файл (1)", Saved("Файл", Constants.Conventions.MediaTypes.File, folder.Id).Name);
    }

    [Fact]
    public void MoveToRecycleBin_Folder_TakesItsContentAlongAndBack()
    {
        var folder = Saved("За кошчето", Constants.Conventions.MediaTypes.Folder);
        var file = Saved("Вътре", Constants.Conventions.MediaTypes.File, folder.Id);

        Assert.True(Media.MoveToRecycleBin(folder).Success);
        var trashed = Media.GetById(file.Key)!;
        Assert.True(trashed.Trashed);
        Assert.Equal($"-1,-21,{folder.Id},{file.Id}", trashed.Path);
        Assert.True(Media.RecycleBinSmells());

        Assert.True(Media.Move(Media.GetById(folder.Key)!, Constants.System.Root).Success);
        Assert.Equal($"-1,{folder.Id},{file.Id}", Media.GetById(file.Key)!.Path);
        Assert.False(Media.GetById(file.Key)!.Trashed);
    }

    [Fact]
    public void GetMediaByPath_WithSizeInTheName_FindsTheOriginal()
    {
        var file = Saved("По път", Constants.Conventions.MediaTypes.File);
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        cms.Get<NKCSI.Cms.Storage.Scopes.ScopedDatabase>()
            .Context.Update(new MediaVersionRow { Id = file.VersionId, Path = "/media/abc/logo.png" });
        cms.Get<NKCSI.Cms.Storage.Scopes.ScopedDatabase>().Context.SaveChanges();
        cms.Get<NKCSI.Cms.Storage.Scopes.ScopedDatabase>().Context.ChangeTracker.Clear();

        Assert.Equal(file.Key, Media.GetMediaByPath("/media/abc/logo.png")!.Key);
        Assert.Equal(file.Key, Media.GetMediaByPath("/media/abc/logo_403x328.png")!.Key);
        Assert.Null(Media.GetMediaByPath("/media/abc/other.png"));
    }

    [Fact]
    public void Delete_Folder_LeavesNothing()
    {
        var folder = Saved("Излишна", Constants.Conventions.MediaTypes.Folder);
        var file = Saved("Също", Constants.Conventions.MediaTypes.File, folder.Id);

        Assert.True(Media.Delete(folder).Success);

        Assert.Null(Media.GetById(folder.Key));
        Assert.Null(Media.GetById(file.Key));
        Assert.Equal(0, cms.Rows<MediaVersionRow, int>(rows => rows.Count(row => row.Id == file.VersionId)));
    }

    private IMedia Saved(string name, string type, int parentId = Constants.System.Root)
    {
        var media = Media.CreateMedia(name, parentId, type);
        var saved = Media.Save(media);
        Assert.True(saved.Success, saved.Exception?.Message);
        return media;
    }

    private TResult InScope<TResult>(Func<TResult> work)
    {
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        return work();
    }
}
