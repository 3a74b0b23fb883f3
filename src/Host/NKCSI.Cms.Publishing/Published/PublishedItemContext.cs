using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.Publishing.Caching;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.Published;

/// <summary>What every published item needs of the running site: the culture of the reader and what refers to others.</summary>
internal sealed class PublishedItemContext(
    IVariationContextAccessor variations,
    ElementsCache elements,
    IServiceProvider services
)
{
    public IVariationContextAccessor Variations => variations;

    public ElementsCache Elements => elements;

    /// <summary>
    /// The parent, where a reader may see it. Navigation and filtering are asked for when needed: they are themselves
    /// built on the caches that hold the items.
    /// </summary>
    public IPublishedContent? ParentOf(IPublishedContent item) =>
        item.ItemType == PublishedItemType.Media
            ? item.Parent<IPublishedContent>(
                services.GetRequiredService<IMediaNavigationQueryService>(),
                services.GetRequiredService<IPublishedMediaStatusFilteringService>()
            )
            : item.Parent<IPublishedContent>(
                services.GetRequiredService<IDocumentNavigationQueryService>(),
                services.GetRequiredService<IPublishedContentStatusFilteringService>()
            );
}
