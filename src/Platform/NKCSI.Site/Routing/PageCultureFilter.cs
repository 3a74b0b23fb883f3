using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;
using NKCSI.Site.Content;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Site.Routing;

/// <summary>
/// Sets the culture of the address for the page and all that it renders. It must wrap them: set in the routing policy
/// or in a page handler, the culture would be lost before the view is rendered.
/// </summary>
internal sealed class PageCultureFilter(IVariationContextAccessor variation, SiteContext site) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var decision = context.HttpContext.Features.Get<PageDecision>();
        if (decision?.Culture is { Length: > 0 } culture)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            variation.VariationContext = new VariationContext(culture);
        }

        await site.BeginAsync(decision);
        await next();
    }
}
