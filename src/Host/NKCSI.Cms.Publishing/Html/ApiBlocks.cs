using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.Publishing.Html;

/// <summary>Blocks as the Delivery API gives them: content and settings, each an element with its properties.</summary>
internal static class ApiBlocks
{
    public static IEnumerable<ApiBlockItem> Of(RichTextBlockModel? blocks, IApiElementBuilder elements) =>
        blocks?.Select(block => Of(block, elements)) ?? [];

    public static ApiBlockItem Of(
        IBlockReference<IPublishedElement, IPublishedElement> block,
        IApiElementBuilder elements
    ) => new(elements.Build(block.Content), block.Settings is { } settings ? elements.Build(settings) : null);
}
