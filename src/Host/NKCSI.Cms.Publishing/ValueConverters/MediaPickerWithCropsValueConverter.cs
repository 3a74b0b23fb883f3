using NKCSI.Cms.Publishing.PropertyEditors.Pickers;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.PublishedCache;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>
/// Picked media as published content (one or several, as configured), each a <see cref="MediaWithCrops"/>; what is in
/// the bin or gone is left out. The Delivery API always gets a list.
/// </summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class MediaPickerWithCropsValueConverter(
    StoredJson stored,
    IPublishedMediaCache media,
    IPublishedValueFallback fallback,
    IApiMediaBuilder apiMedia
) : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    public override bool IsConverter(IPublishedPropertyType propertyType) =>
        propertyType.EditorAlias == Constants.PropertyEditors.Aliases.MediaPicker3;

    public override bool? IsValue(object? value, PropertyValueLevel level) =>
        level == PropertyValueLevel.Source
            ? value is string { Length: > 0 } text && text != "[]"
            : base.IsValue(value, level);

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) =>
        IsMultiple(propertyType) ? typeof(IEnumerable<MediaWithCrops>) : typeof(MediaWithCrops);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Elements;

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview
    )
    {
        var picks = StoredMediaPick.From(source, stored);
        var configuration = propertyType.DataType.ConfigurationAs<MediaPicker3Configuration>();
        foreach (var pick in picks)
        {
            pick.Apply(configuration);
        }

        return picks;
    }

    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview
    ) => IsMultiple(propertyType) ? Items(inter, preview).ToArray() : Items(inter, preview).FirstOrDefault();

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Elements;

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevelForExpansion(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.None;

    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) =>
        typeof(IEnumerable<IApiMediaWithCrops>);

    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding
    ) => Items(inter, preview).Select(item => (IApiMediaWithCrops)new ApiMediaWithCrops(item, apiMedia)).ToArray();

    private static bool IsMultiple(IPublishedPropertyType propertyType) =>
        propertyType.DataType.ConfigurationAs<MediaPicker3Configuration>()?.Multiple ?? false;

    private IEnumerable<MediaWithCrops> Items(object? inter, bool preview)
    {
        foreach (var pick in inter as IReadOnlyList<StoredMediaPick> ?? [])
        {
            if (media.GetById(preview, pick.MediaKey) is { } item)
            {
                yield return new MediaWithCrops(item, fallback, pick.FocalPoint, pick.Crops ?? []);
            }
        }
    }
}
