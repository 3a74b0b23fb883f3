using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Extensions;
using IHostingEnvironment = Umbraco.Cms.Core.Hosting.IHostingEnvironment;

namespace NKCSI.Cms.Hosting.Environment;

/// <summary>Tells Core where its folders are: all of them below the <see cref="DataFolder"/>.</summary>
internal sealed class CmsHostingEnvironment : IHostingEnvironment
{
    private readonly DataFolder _data;
    private readonly IOptionsMonitor<HostingSettings> _settings;
    private readonly IOptionsMonitor<WebRoutingSettings> _routing;
    private readonly Lock _mainUrlLock = new();
    private Uri? _mainUrl;

    public CmsHostingEnvironment(
        DataFolder data,
        IHostEnvironment environment,
        IOptionsMonitor<HostingSettings> settings,
        IOptionsMonitor<WebRoutingSettings> routing
    )
    {
        _data = data;
        _settings = settings;
        _routing = routing;
        ApplicationPhysicalPath = environment.ContentRootPath;
        ApplicationId = environment.ContentRootPath.GenerateHash();
        // As a genuine site: a configured url that is no absolute one is a mistake worth stopping for.
        _mainUrl = routing.CurrentValue.UmbracoApplicationUrl is { Length: > 0 } configured
            ? new Uri(configured)
            : null;
    }

    public string? SiteName => _settings.CurrentValue.SiteName;

    public string ApplicationId { get; }

    public string ApplicationPhysicalPath { get; }

    public string LocalTempPath => _data.Temporary;

    public string TemporaryFileUploadPath =>
        _settings.CurrentValue.TemporaryFileUploadLocation is { Length: > 0 } location
            ? _data.MapContent(location)
            : Path.Combine(_data.Temporary, "TemporaryFile");

    public string ApplicationVirtualPath =>
        _settings.CurrentValue.ApplicationVirtualPath is { Length: > 0 } path ? path.EnsureStartsWith('/') : "/";

    public bool IsDebugMode => _settings.CurrentValue.Debug;

    public bool IsHosted => true;

    public Uri ApplicationMainUrl => _mainUrl!;

    public string MapPathWebRoot(string path) => _data.MapWeb(path);

    public string MapPathContentRoot(string path) => _data.MapContent(path);

    public string ToAbsolute(string virtualPath)
    {
        if (!virtualPath.StartsWith("~/", StringComparison.Ordinal) && !virtualPath.StartsWith('/'))
        {
            throw new InvalidOperationException(
                $"The path '{virtualPath}' is neither absolute nor relative to the application."
            );
        }

        if (Uri.IsWellFormedUriString(virtualPath, UriKind.Absolute) && !virtualPath.StartsWith('/'))
        {
            return virtualPath;
        }

        return ApplicationVirtualPath.EnsureEndsWith('/') + virtualPath.TrimStart('~', '/');
    }

    /// <summary>Remembers the first address that the site was asked under, unless one is configured.</summary>
    public void EnsureApplicationMainUrl(Uri? currentApplicationUrl)
    {
        if (currentApplicationUrl is null || _mainUrl is not null)
        {
            return;
        }

        if (_routing.CurrentValue.ApplicationUrlDetection == ApplicationUrlDetection.None)
        {
            return;
        }

        lock (_mainUrlLock)
        {
            _mainUrl ??= currentApplicationUrl;
        }
    }
}
