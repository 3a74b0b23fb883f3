using NKCSI.Cms.Publishing.PropertyEditors.Files;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>An image with focal point and the configured crops.</summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class ImageCropperValueConverter(StoredJson stored)
    : PropertyValueConverterBase,
        IDeliveryApiPropertyValueConverter
{
    public override bool IsConverter(IPublishedPropertyType propertyType) =>
        propertyType.EditorAlias == Constants.PropertyEditors.Aliases.ImageCropper;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(ImageCropperValue);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Element;

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview
    )
    {
        if (StoredFile.From(source, stored) is not { } file)
        {
            return null;
        }

        var configured = propertyType.DataType.ConfigurationAs<ImageCropperConfiguration>()?.Crops ?? [];
        return new ImageCropperValue
        {
            Src = file.Src,
            FocalPoint = file.FocalPoint,
            Crops = ImageCropperValue.Configured(file.Crops, configured),
        };
    }

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        GetPropertyCacheLevel(propertyType);

    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(ApiImageCropperValue);

    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding
    ) =>
        inter is ImageCropperValue value
            ? new ApiImageCropperValue(
                value.Src ?? string.Empty,
                ApiImages.FocalPoint(value.FocalPoint),
                ApiImages.Crops(value.Crops)
            )
            : null;
}

/// <summary>An image of a property as the Delivery API gives it.</summary>
internal sealed record ApiImageCropperValue(string Url, ImageFocalPoint? FocalPoint, IEnumerable<ImageCrop>? Crops);
