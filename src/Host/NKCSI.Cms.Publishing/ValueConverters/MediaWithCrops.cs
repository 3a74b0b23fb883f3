using NKCSI.Cms.Publishing.PropertyEditors.Files;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>A picked media item, with the focal point and crops that hold where it was picked.</summary>
internal sealed class MediaWithCrops(
    IPublishedContent content,
    IPublishedValueFallback fallback,
    ImageFocalPointValue? localFocalPoint,
    IReadOnlyList<ImageCropValue> localCrops
) : PublishedContentWrapped(content, fallback)
{
    public ImageFocalPointValue? LocalFocalPoint { get; } = localFocalPoint;

    public IReadOnlyList<ImageCropValue> LocalCrops { get; } = localCrops;
}
