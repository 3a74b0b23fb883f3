using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.DeliveryApi.Requests;

/// <summary>Where a document that used to be at a path is now.</summary>
internal sealed class RequestRedirects(
    IRedirectUrlService redirects,
    IRequestRoutingService routing,
    IRequestStartItemProvider startItem,
    IApiPublishedContentCache contents,
    IApiContentRouteBuilder routes,
    IVariationContextAccessor variation
) : IRequestRedirectService
{
    public IApiContentRoute? GetRedirectRoute(string requestedPath)
    {
        var path = "/" + requestedPath.Trim('/');
        var culture = variation.VariationContext?.Culture;
        var known = redirects.GetMostRecentRedirectUrl(path, culture);
        if (known is null && startItem.GetStartItem() is { } start)
        {
            known = redirects.GetMostRecentRedirectUrl($"{start.Id}{path}", culture);
        }

        // Routing also makes the domain's culture the request's.
        known ??= redirects.GetMostRecentRedirectUrl(
            routing.GetContentRoute(requestedPath).TrimEnd('/'),
            variation.VariationContext?.Culture
        );
        return known is not null && contents.GetById(known.ContentKey) is { } content ? routes.Build(content) : null;
    }
}
