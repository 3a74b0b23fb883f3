using NKCSI.Cms.Publishing.Html;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>A single block as <see cref="BlockListItem"/>, the class that Umbraco uses for it too.</summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class SingleBlockValueConverter(StoredJson stored, PublishedBlocks blocks, IApiElementBuilder elements)
    : BlockValueConverter<SingleBlockValue, SingleBlockLayoutItem>(
        Constants.PropertyEditors.Aliases.SingleBlock,
        stored,
        new SingleBlockEditorDataConverter(stored)
    )
{
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(BlockListItem);

    public override Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(ApiBlockItem);

    protected override object? Model(
        BlockEditorData<SingleBlockValue, SingleBlockLayoutItem>? data,
        IPublishedPropertyType propertyType,
        BlockScope scope
    )
    {
        var allowed = propertyType.DataType.ConfigurationAs<SingleBlockConfiguration>()?.Blocks ?? [];
        return
            data is not null
            && blocks.Of(data.BlockValue, data.Layout ?? [], allowed, scope).FirstOrDefault() is { } block
            ? new BlockListItem(block.Content.Key, block.Content, block.Settings?.Key, block.Settings)
            : null;
    }

    protected override object? Delivered(object? model, IPublishedPropertyType propertyType) =>
        model is BlockListItem item ? ApiBlocks.Of(item, elements) : null;
}
