using NKCSI.Cms.Publishing.PropertyEditors.Files;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>Focal point and crops in Core's shapes for the Delivery API.</summary>
internal static class ApiImages
{
    public static ImageFocalPoint? FocalPoint(ImageFocalPointValue? point) =>
        point is null ? null : new ImageFocalPoint(point.Left, point.Top);

    public static IReadOnlyList<ImageCrop>? Crops(IEnumerable<ImageCropValue>? crops) =>
        crops is null
            ? null
            :
            [
                .. crops.Select(crop => new ImageCrop(
                    crop.Alias,
                    crop.Width,
                    crop.Height,
                    crop.Coordinates is { } cut ? new ImageCropCoordinates(cut.X1, cut.Y1, cut.X2, cut.Y2) : null
                )),
            ];
}
