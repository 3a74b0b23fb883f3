using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace NKCSI.Cms.Hosting.Environment;

/// <summary>
/// The one folder that the site writes to: database, media, views, temporary files, index. Everything else on the
/// machine may be read-only. Set by <c>Nkcsi:DataFolder</c>; a relative path starts at the content root.
/// </summary>
public sealed class DataFolder
{
    /// <summary>The configuration key.</summary>
    public const string Key = "Nkcsi:DataFolder";

    internal DataFolder(string path) => Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Absolute path without a separator at the end.</summary>
    public string Root { get; }

    /// <summary>What is downloaded by the public below <c>/media</c>.</summary>
    public string Media => Path.Combine(Root, "media");

    /// <summary>Files that may be deleted whenever the site does not run.</summary>
    public string Temporary => Path.Combine(Root, "temp");

    internal static DataFolder From(IConfiguration configuration, IHostEnvironment environment) =>
        new(Path.Combine(environment.ContentRootPath, configuration[Key] ?? "data"));

    /// <summary>A path of Umbraco's content root (<c>~/umbraco/Data/…</c>, <c>~/Views</c>) below the data folder.</summary>
    internal string MapContent(string virtualPath)
    {
        var relative = Relative(virtualPath);
        const string umbracoData = "umbraco/Data";
        if (relative.StartsWith(umbracoData, StringComparison.OrdinalIgnoreCase))
        {
            relative = relative[umbracoData.Length..].TrimStart('/');
        }

        return Below(relative);
    }

    /// <summary>A path of Umbraco's web root (<c>~/media</c>, <c>~/css</c>, <c>~/scripts</c>) below the data folder.</summary>
    internal string MapWeb(string virtualPath)
    {
        var relative = Relative(virtualPath);
        var isMedia =
            relative.Equals("media", StringComparison.OrdinalIgnoreCase)
            || relative.StartsWith("media/", StringComparison.OrdinalIgnoreCase);
        return Below(isMedia ? relative : Path.Combine("wwwroot", relative));
    }

    private static string Relative(string virtualPath) => virtualPath.Replace('\\', '/').TrimStart('~', '/');

    private string Below(string relative)
    {
        var path = Path.GetFullPath(Path.Combine(Root, relative));
        if (path == Root || path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return path;
        }

        throw new UnauthorizedAccessException($"The path '{relative}' leaves the data folder.");
    }
}
