using System.Text;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Hosting;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Persistence.Repositories;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.TemporaryFiles;

public sealed class TemporaryFileRepositoryTests : IDisposable
{
    private static readonly DateTime Until = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly StorageHarness _storage = new();

    private ITemporaryFileRepository Files => _storage.Get<ITemporaryFileRepository>();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task GetAsync_Saved_HasNameContentAndTime()
    {
        var key = await SaveAsync("Снимка 1.jpg", "съдържание");

        var file = await Files.GetAsync(key);

        Assert.NotNull(file);
        Assert.Equal("Снимка 1.jpg", file.FileName);
        Assert.Equal(Until, file.AvailableUntil);
        using var reader = new StreamReader(file.OpenReadStream());
        Assert.Equal("съдържание", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SaveAsync_NameWithAPath_StaysInItsFolder()
    {
        var key = await SaveAsync("../../evil.txt", "x");

        Assert.Equal("evil.txt", (await Files.GetAsync(key))!.FileName);
        var root = _storage.Get<IHostingEnvironment>().TemporaryFileUploadPath;
        Assert.Empty(Directory.EnumerateFiles(root, "evil.txt"));
        await Assert.ThrowsAsync<ArgumentException>(() => SaveAsync("..", "x"));
    }

    [Fact]
    public async Task CleanUpOldTempFiles_AtItsTime_DeletesOnlyTheOld()
    {
        var key = await SaveAsync("a.txt", "x");

        Assert.Empty(await Files.CleanUpOldTempFiles(Until.AddMinutes(-1)));
        Assert.Equal([key], await Files.CleanUpOldTempFiles(Until.AddMinutes(1).ToLocalTime()));
        Assert.Null(await Files.GetAsync(key));
    }

    [Fact]
    public async Task DeleteAsync_Unknown_DoesNothing()
    {
        await Files.DeleteAsync(Guid.NewGuid());

        Assert.Null(await Files.GetAsync(Guid.NewGuid()));
    }

    private async Task<Guid> SaveAsync(string name, string content)
    {
        var model = new TemporaryFileModel
        {
            Key = Guid.NewGuid(),
            FileName = name,
            AvailableUntil = Until,
            OpenReadStream = () => new MemoryStream(Encoding.UTF8.GetBytes(content)),
        };
        await Files.SaveAsync(model);
        return model.Key;
    }
}
