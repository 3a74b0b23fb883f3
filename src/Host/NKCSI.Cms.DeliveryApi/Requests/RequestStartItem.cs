using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace NKCSI.Cms.DeliveryApi.Requests;

/// <summary>The root document of the header <c>Start-Item</c>: by its key, or by its url segment.</summary>
internal sealed class RequestStartItem(
    IHttpContextAccessor http,
    IDocumentNavigationQueryService navigation,
    IPublishedContentCache contents,
    IDocumentUrlService urls,
    IVariationContextAccessor variation,
    IRequestPreviewService preview
) : IRequestStartItemProvider
{
    public string? RequestedStartItem() =>
        http.HttpContext?.Request.Headers.TryGetValue("Start-Item", out var item) == true
            ? item.ToString().Trim('/')
            : null;

    public IPublishedContent? GetStartItem()
    {
        if (RequestedStartItem() is not { } asked || !navigation.TryGetRootKeys(out var roots))
        {
            return null;
        }

        foreach (var key in roots)
        {
            if (IsAsked(key, asked) && contents.GetById(preview.IsPreview(), key) is { } root)
            {
                return root;
            }
        }

        return null;
    }

    private bool IsAsked(Guid key, string asked) =>
        Guid.TryParse(asked, out var id)
            ? id == key
            : string.Equals(
                urls.GetUrlSegment(key, variation.VariationContext?.Culture ?? string.Empty, preview.IsPreview()),
                asked,
                StringComparison.OrdinalIgnoreCase
            );
}

/// <summary>The provider reads the request at hand, so that there is always one.</summary>
internal sealed class RequestStartItemAccessor(IRequestStartItemProvider provider) : IRequestStartItemProviderAccessor
{
    public bool TryGetValue(out IRequestStartItemProvider requestStartItemProvider)
    {
        requestStartItemProvider = provider;
        return true;
    }
}
