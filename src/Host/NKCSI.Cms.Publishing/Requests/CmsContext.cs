using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Umbraco.Cms.Core.Hosting;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Publishing.Requests;

/// <summary>
/// The Umbraco context of one request, or of work that has no request: then addresses are the application's own.
/// </summary>
internal sealed class CmsContext(
    ICacheManager caches,
    IPreviewService preview,
    IHostingEnvironment hosting,
    UriUtility uris,
    UmbracoRequestPaths paths,
    HttpContext? request,
    DateTime created
) : IUmbracoContext
{
    private static readonly Uri NoAddress = new("http://localhost");
    private Uri? _requested;
    private Uri? _cleaned;
    private bool? _inPreview;

    public DateTime ObjectCreated => created;

    public Uri OriginalRequestUrl =>
        request is null
            ? hosting.ApplicationMainUrl ?? NoAddress
            : _requested ??= new Uri(request.Request.GetEncodedUrl());

    public Uri CleanedUmbracoUrl =>
        request is null ? uris.UriToUmbraco(OriginalRequestUrl) : _cleaned ??= uris.UriToUmbraco(OriginalRequestUrl);

    public IPublishedContentCache Content => caches.Content;

    public IPublishedMediaCache Media => caches.Media;

    public IDomainCache Domains => caches.Domains;

    public IPublishedRequest? PublishedRequest { get; set; }

    public bool IsDebug => hosting.IsDebugMode && request?.Request.Query.ContainsKey("umbdebugshowtrace") == true;

    /// <summary>
    /// Whether the reader previews: Core checks the token in the cookie, so a forged one changes nothing. The back
    /// office itself never does.
    /// </summary>
    public bool InPreviewMode =>
        _inPreview ??=
            request is not null && !paths.IsBackOfficeRequest(OriginalRequestUrl.AbsolutePath) && preview.IsInPreview();

    public void Dispose()
    {
        // Nothing is held: the caches belong to the application.
    }
}
