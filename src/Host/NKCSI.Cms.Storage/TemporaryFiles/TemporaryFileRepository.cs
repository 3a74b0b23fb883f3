using System.Globalization;
using Umbraco.Cms.Core.Hosting;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.TemporaryFiles;

/// <summary>
/// Uploads between the moment they are sent and the moment something is saved that uses them: a folder per upload under
/// the host's temporary path, with the file under its own name and, beside it, until when it is kept.
/// </summary>
internal sealed class TemporaryFileRepository(IHostingEnvironment environment) : ITemporaryFileRepository
{
    /// <summary>Holds the moment, in UTC, after which the upload may be deleted. No upload can be called so.</summary>
    private const string KeptUntilFile = ".kept-until";

    public Task<TemporaryFileModel?> GetAsync(Guid key) => ReadAsync(FolderOf(key), key);

    public async Task SaveAsync(TemporaryFileModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        // Only the last part of the name: an upload must not choose where it is stored.
        var name = Path.GetFileName(model.FileName);
        if (string.IsNullOrWhiteSpace(name) || name is "." or ".." or KeptUntilFile)
        {
            throw new ArgumentException($"'{model.FileName}' is not a file name.", nameof(model));
        }

        var folder = FolderOf(model.Key);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        await using (var content = model.OpenReadStream())
        await using (var file = File.Create(Path.Combine(folder, name)))
        {
            await content.CopyToAsync(file);
        }

        // Last, so that an upload that broke off is never found.
        await File.WriteAllTextAsync(
            Path.Combine(folder, KeptUntilFile),
            model.AvailableUntil.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)
        );
    }

    public Task DeleteAsync(Guid key)
    {
        var folder = FolderOf(key);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    public async Task<IEnumerable<Guid>> CleanUpOldTempFiles(DateTime dateTime)
    {
        if (!Directory.Exists(environment.TemporaryFileUploadPath))
        {
            return [];
        }

        var moment = dateTime.ToUniversalTime();
        var deleted = new List<Guid>();
        foreach (var folder in Directory.EnumerateDirectories(environment.TemporaryFileUploadPath))
        {
            if (!Guid.TryParse(Path.GetFileName(folder), out var key) || await IsKeptAsync(folder, moment))
            {
                continue;
            }

            Directory.Delete(folder, recursive: true);
            deleted.Add(key);
        }

        return deleted;
    }

    private static async Task<bool> IsKeptAsync(string folder, DateTime moment) =>
        // A folder without the moment is an upload under way or one that broke off.
        await KeptUntilAsync(folder) is { } until
            ? until > moment
            : Directory.GetLastWriteTimeUtc(folder) > moment - TimeSpan.FromDays(1);

    private static async Task<TemporaryFileModel?> ReadAsync(string folder, Guid key)
    {
        if (await KeptUntilAsync(folder) is not { } until)
        {
            return null;
        }

        var file = Directory.EnumerateFiles(folder).FirstOrDefault(path => Path.GetFileName(path) != KeptUntilFile);
        return file is null
            ? null
            : new TemporaryFileModel
            {
                Key = key,
                FileName = Path.GetFileName(file),
                AvailableUntil = until,
                OpenReadStream = () => File.OpenRead(file),
            };
    }

    private static async Task<DateTime?> KeptUntilAsync(string folder)
    {
        var path = Path.Combine(folder, KeptUntilFile);
        if (!File.Exists(path))
        {
            return null;
        }

        var text = await File.ReadAllTextAsync(path);
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var until)
            ? until
            : null;
    }

    private string FolderOf(Guid key) => Path.Combine(environment.TemporaryFileUploadPath, key.ToString());
}
