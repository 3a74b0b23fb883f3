using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Hosting;

namespace NKCSI.Cms.Imaging.Serving;

/// <summary>Results on disk, by address, commands and the age of the source; can be deleted at any time.</summary>
internal sealed class ImageCache(IHostingEnvironment hosting, IOptionsMonitor<ImagingSettings> settings)
{
    private const int LettersPerFolder = 2;

    /// <summary>The file in which the result is, or is to be, kept.</summary>
    public FileInfo FileOf(string path, DateTimeOffset sourceModified, string commands, string extension)
    {
        var text = $"{path.ToLowerInvariant()}\n{sourceModified.UtcTicks}\n{commands}";
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new FileInfo(Path.Combine(Folder(), name[..LettersPerFolder], name[LettersPerFolder..] + extension));
    }

    /// <summary>Umbraco's temporary folder is wherever the host keeps it; any other folder is taken as it is given.</summary>
    private string Folder()
    {
        var configured = settings.CurrentValue.Cache.CacheFolder;
        return configured.StartsWith(Constants.SystemDirectories.TempData, StringComparison.OrdinalIgnoreCase)
            ? Path.Combine(
                hosting.LocalTempPath,
                configured[Constants.SystemDirectories.TempData.Length..].TrimStart('/')
            )
            : Path.Combine(hosting.LocalTempPath, configured.TrimStart('~', '/'));
    }

    /// <summary>Stores a result so that nobody ever reads half of it.</summary>
    public static async Task StoreAsync(FileInfo file, byte[] content, CancellationToken ct)
    {
        file.Directory!.Create();
        var unfinished = $"{file.FullName}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(unfinished, content, ct);
        File.Move(unfinished, file.FullName, overwrite: true);
        file.Refresh();
    }
}
