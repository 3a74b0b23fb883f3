using Microsoft.Extensions.Options;
using NKCSI.Cms.Publishing.Html;
using NKCSI.Cms.Publishing.PropertyEditors.RichText;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>Formatted text as HTML for pages; as markup or elements with blocks beside it for the Delivery API.</summary>
[DefaultPropertyValueConverter(typeof(SimpleRichTextValueConverter))]
internal sealed class RichTextValueConverter(
    StoredJson stored,
    PublishedBlocks blocks,
    RichTextPage page,
    IApiRichTextMarkupParser markupParser,
    IApiRichTextElementParser elementParser,
    IApiElementBuilder elements,
    IOptionsMonitor<DeliveryApiSettings> settings
) : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    private readonly RichTextEditorBlockDataConverter _converter = new(stored);

    public override bool IsConverter(IPublishedPropertyType propertyType) =>
        propertyType.EditorAlias == Constants.PropertyEditors.Aliases.RichText;

    public override bool? IsValue(object? value, PropertyValueLevel level) =>
        level switch
        {
            PropertyValueLevel.Source => value is null ? false : null,
            PropertyValueLevel.Inter => value is Intermediate,
            _ => value is IHtmlEncodedString html && !string.IsNullOrWhiteSpace(html.ToHtmlString()),
        };

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(IHtmlEncodedString);

    /// <summary>The addresses of linked items and pictures may change with any of them.</summary>
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Elements;

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview
    )
    {
        if (RichTextEditorValue.From(source, stored) is not { } text || text.IsEmpty())
        {
            return null;
        }

        var allowed = propertyType.DataType.ConfigurationAs<RichTextConfiguration>()?.Blocks ?? [];
        var scope = new BlockScope(owner, PropertyCacheLevel.Element, preview);
        var data = text.Blocks is null ? null : _converter.Convert(text.Blocks);
        var items = data is null
            ? []
            : blocks
                .Of(data.BlockValue, data.Layout ?? [], allowed, scope)
                .Select(block => new RichTextBlockItem(
                    block.Content.Key,
                    block.Content,
                    block.Settings?.Key,
                    block.Settings
                ))
                .ToList();
        return new Intermediate(
            text.Markup,
            items.Count == 0 ? RichTextBlockModel.Empty : new RichTextBlockModel(items)
        );
    }

    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview
    ) => new HtmlEncodedString(inter is Intermediate text ? page.Render(text.Markup) : string.Empty);

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Elements;

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevelForExpansion(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.None;

    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) =>
        settings.CurrentValue.RichTextOutputAsJson ? typeof(IRichTextElement) : typeof(RichTextModel);

    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding
    )
    {
        var asJson = settings.CurrentValue.RichTextOutputAsJson;
        return inter switch
        {
            Intermediate text when asJson => elementParser.Parse(text.Markup, text.RichTextBlockModel),
            Intermediate text => new RichTextModel
            {
                Markup = markupParser.Parse(text.Markup),
                Blocks = [.. ApiBlocks.Of(text.RichTextBlockModel, elements)],
            },
            _ => asJson ? null : RichTextModel.Empty(),
        };
    }

    private sealed record Intermediate(string Markup, RichTextBlockModel? RichTextBlockModel)
        : IRichTextEditorIntermediateValue;
}
