using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Hosting;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Publishing.Requests;

internal sealed class CmsContextFactory(
    IUmbracoContextAccessor current,
    IHttpContextAccessor requests,
    ICacheManager caches,
    IPreviewService preview,
    IHostingEnvironment hosting,
    UriUtility uris,
    UmbracoRequestPaths paths,
    TimeProvider clock
) : IUmbracoContextFactory
{
    public UmbracoContextReference EnsureUmbracoContext()
    {
        if (current.TryGetUmbracoContext(out var known))
        {
            return new UmbracoContextReference(known, isRoot: false, current);
        }

        var context = new CmsContext(
            caches,
            preview,
            hosting,
            uris,
            paths,
            requests.HttpContext,
            clock.GetUtcNow().UtcDateTime
        );
        current.Set(context);
        return new UmbracoContextReference(context, isRoot: true, current);
    }
}
