using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Extensions;

namespace NKCSI.Cms.DeliveryApi.Requests;

/// <summary>
/// Turns a path into a content route: below the start item, below the domain that the host and path name, or as it is.
/// A domain's culture is the request's unless one was asked for (contracts/delivery/delivery-api.md 4).
/// </summary>
internal sealed class RequestRouting(
    IHttpContextAccessor http,
    IDomainCache domains,
    IRequestStartItemProvider startItem,
    IRequestCultureService culture,
    IVariationContextAccessor variation
) : IRequestRoutingService
{
    public string GetContentRoute(string requestedPath)
    {
        if (string.IsNullOrWhiteSpace(requestedPath))
        {
            return string.Empty;
        }

        var path = "/" + requestedPath.Trim('/');
        if (startItem.GetStartItem() is { } start)
        {
            return $"{start.Id}{path}";
        }

        if (DomainOf(path) is not { } domain)
        {
            return path;
        }

        if (culture.GetRequestedCulture() is null && domain.Culture is { Length: > 0 } own)
        {
            variation.VariationContext = new VariationContext(own, variation.VariationContext?.Segment);
        }

        var rest = domain.Uri.GetAbsolutePathDecoded() is { Length: > 1 } prefix
            ? path[Math.Min(prefix.TrimEnd('/').Length, path.Length)..]
            : path;
        return $"{domain.ContentId}/{rest.TrimStart('/')}";
    }

    /// <summary>The domain that a path on the request's own host falls below.</summary>
    public DomainAndUri? DomainOf(string path)
    {
        var request = http.HttpContext?.Request ?? throw new InvalidOperationException("There is no request to route.");
        var address = new Uri(UriHelper.BuildAbsolute(request.Scheme, request.Host, path: new PathString(path)));
        return DomainUtilities.SelectDomain(
            domains.GetAll(includeWildcards: false),
            address,
            defaultCulture: domains.DefaultCulture
        );
    }
}
