using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.DeliveryApi.Requests;

/// <summary>Where a document that used to be at a path is now.</summary>
internal sealed class RequestRedirects(
    IRedirectUrlService redirects,
    IRequestRoutingService routing,
    IRequestStartItemProvider startItem,
    IApiPublishedContentCache contents,
    IApiContentRouteBuilder routes,
    IRequestCultureService requestCulture
) : IRequestRedirectService
{
    public IApiContentRoute? GetRedirectRoute(string requestedPath)
    {
        var path = "/" + requestedPath.Trim('/');
        // The culture that was asked for, not that of the request: a redirect of any other counts when none was.
        var culture = requestCulture.GetRequestedCulture();
        var known = redirects.GetMostRecentRedirectUrl(path, culture);
        if (known is null && startItem.GetStartItem() is { } start)
        {
            known = redirects.GetMostRecentRedirectUrl($"{start.Id}{path}", culture);
        }

        // Routing also makes the domain's culture the request's.
        known ??= redirects.GetMostRecentRedirectUrl(routing.GetContentRoute(requestedPath).TrimEnd('/'), culture);
        return known is not null && contents.GetById(known.ContentKey) is { } content ? routes.Build(content) : null;
    }
}
