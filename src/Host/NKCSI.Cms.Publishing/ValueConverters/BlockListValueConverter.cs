using NKCSI.Cms.Publishing.Html;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>
/// A block list as <see cref="BlockListModel"/>; in single block mode, which lists of former versions may have, as its
/// one <see cref="BlockListItem"/>.
/// </summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class BlockListValueConverter(StoredJson stored, PublishedBlocks blocks, IApiElementBuilder elements)
    : BlockValueConverter<BlockListValue, BlockListLayoutItem>(
        Constants.PropertyEditors.Aliases.BlockList,
        stored,
        new BlockListEditorDataConverter(stored)
    )
{
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) =>
        IsSingle(propertyType) ? typeof(BlockListItem) : typeof(BlockListModel);

    public override Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) =>
        typeof(ApiBlockListModel);

    protected override object? Model(
        BlockEditorData<BlockListValue, BlockListLayoutItem>? data,
        IPublishedPropertyType propertyType,
        BlockScope scope
    )
    {
        var allowed = propertyType.DataType.ConfigurationAs<BlockListConfiguration>()?.Blocks ?? [];
        var items = data is null
            ? []
            : blocks
                .Of(data.BlockValue, data.Layout ?? [], allowed, scope)
                .Select(block => new BlockListItem(
                    block.Content.Key,
                    block.Content,
                    block.Settings?.Key,
                    block.Settings
                ))
                .ToList();
        return IsSingle(propertyType) ? items.FirstOrDefault()
            : items.Count == 0 ? BlockListModel.Empty
            : new BlockListModel(items);
    }

    protected override object Delivered(object? model, IPublishedPropertyType propertyType) =>
        new ApiBlockListModel([
            .. (model as IEnumerable<BlockListItem> ?? (model is BlockListItem one ? [one] : [])).Select(item =>
                ApiBlocks.Of(item, elements)
            ),
        ]);

#pragma warning disable CS0618 // Data types of former versions may still be in this mode.
    private static bool IsSingle(IPublishedPropertyType propertyType) =>
        propertyType.DataType.ConfigurationAs<BlockListConfiguration>()
            is { UseSingleBlockMode: true, Blocks.Length: 1, ValidationLimit: { Min: 1, Max: 1 } };
#pragma warning restore CS0618
}
