using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.DeliveryApi.Content;

/// <summary>
/// What holds for every request: access, the culture that was asked for (else the default language), the start item,
/// and what answers vary by. Refusals have no body.
/// </summary>
internal sealed class DeliveryRequestFilter(
    IApiAccessService access,
    IRequestPreviewService preview,
    IRequestCultureService culture,
    IRequestStartItemProvider startItem,
    IVariationContextAccessor variation,
    ILanguageService languages
) : IEndpointFilter
{
    private const string Version = "2.0";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers["api-supported-versions"] = Version;
        headers.AppendCommaSeparatedValues("Vary", "Accept-Language", "Accept-Segment", "Preview", "Start-Item");
        if (!(preview.IsPreview() ? access.HasPreviewAccess() : access.HasPublicAccess()))
        {
            return new Refusal(StatusCodes.Status401Unauthorized);
        }

        variation.VariationContext = new VariationContext(
            culture.GetRequestedCulture() ?? await languages.GetDefaultIsoCodeAsync(),
            context.HttpContext.Request.Headers["Accept-Segment"] is [{ Length: > 0 } segment] ? segment : null
        );
        return startItem.RequestedStartItem() is not null && startItem.GetStartItem() is null
            ? Results.Text("The Start-Item could not be found", statusCode: StatusCodes.Status404NotFound)
            : await next(context);
    }
}

/// <summary>A status without a body: neither problem details nor the site's error page.</summary>
internal sealed class Refusal(int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentLength = 0;
        return httpContext.Response.CompleteAsync();
    }
}
