using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;

namespace NKCSI.Site.Routing;

/// <summary>Names the page that was decided on; the decision itself is <see cref="PageMatcherPolicy"/>'s.</summary>
internal sealed class PageTransformer : DynamicRouteValueTransformer
{
    public override ValueTask<RouteValueDictionary> TransformAsync(
        HttpContext httpContext,
        RouteValueDictionary values
    ) =>
        ValueTask.FromResult(
            httpContext.Features.Get<PageDecision>() is { } decision
                ? new RouteValueDictionary { ["area"] = SitePages.Area, ["page"] = decision.Page }
                : null!
        );
}
