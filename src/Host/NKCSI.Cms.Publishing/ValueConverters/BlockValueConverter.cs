using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>
/// What the converters of the block editors share: the stored value is read once, the blocks are made of it for each
/// culture, and the Delivery API asks for them anew when references in them are expanded.
/// </summary>
internal abstract class BlockValueConverter<TValue, TLayout>(
    string alias,
    StoredJson stored,
    BlockEditorDataConverter<TValue, TLayout> converter
) : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
    where TValue : BlockValue<TLayout>, new()
    where TLayout : class, IBlockLayoutItem, new()
{
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == alias;

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Element;

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview
    ) => stored.Read<TValue>(source) is { } value ? converter.Convert(value) : null;

    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview
    ) =>
        Model(
            inter as BlockEditorData<TValue, TLayout>,
            propertyType,
            new BlockScope(owner, referenceCacheLevel, preview)
        );

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Element;

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevelForExpansion(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.None;

    public abstract Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType);

    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding
    ) => Delivered(ConvertIntermediateToObject(owner, propertyType, referenceCacheLevel, inter, preview), propertyType);

    /// <summary>The model that pages read.</summary>
    /// <param name="data">The stored blocks; <see langword="null"/> without any.</param>
    /// <param name="propertyType">The property, for its configuration.</param>
    /// <param name="scope">The owner.</param>
    protected abstract object? Model(
        BlockEditorData<TValue, TLayout>? data,
        IPublishedPropertyType propertyType,
        BlockScope scope
    );

    /// <summary>The model as the Delivery API gives it.</summary>
    protected abstract object? Delivered(object? model, IPublishedPropertyType propertyType);
}
