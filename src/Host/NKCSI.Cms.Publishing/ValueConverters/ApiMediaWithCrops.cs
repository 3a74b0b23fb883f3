using NKCSI.Cms.Publishing.PropertyEditors.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>
/// A picked media item for the Delivery API: the focal point and crops chosen where it was picked, and of the media
/// item itself where nothing was chosen.
/// </summary>
internal sealed class ApiMediaWithCrops : IApiMediaWithCrops
{
    private readonly IApiMedia _item;

    public ApiMediaWithCrops(MediaWithCrops media, IApiMediaBuilder builder)
    {
        var own = media.GetProperty(Constants.Conventions.Media.File)?.GetValue() as ImageCropperValue;
        _item = builder.Build(media);
        FocalPoint = ApiImages.FocalPoint(media.LocalFocalPoint ?? own?.FocalPoint);
        Crops = ApiImages.Crops(Merged(media.LocalCrops, own?.Crops ?? []));
    }

    public ImageFocalPoint? FocalPoint { get; }

    public IEnumerable<ImageCrop>? Crops { get; }

    public Guid Id => _item.Id;

    public string Name => _item.Name;

    public string MediaType => _item.MediaType;

    public string Url => _item.Url;

    public string? Extension => _item.Extension;

    public int? Width => _item.Width;

    public int? Height => _item.Height;

    public int? Bytes => _item.Bytes;

    public IDictionary<string, object?> Properties => _item.Properties;

    private static IEnumerable<ImageCropValue> Merged(
        IReadOnlyList<ImageCropValue> local,
        IReadOnlyList<ImageCropValue> own
    )
    {
        foreach (var crop in local)
        {
            yield return new ImageCropValue
            {
                Alias = crop.Alias,
                Width = crop.Width,
                Height = crop.Height,
                Coordinates =
                    crop.Coordinates ?? own.FirstOrDefault(c => c.Alias.InvariantEquals(crop.Alias))?.Coordinates,
            };
        }

        foreach (var crop in own.Where(crop => !local.Any(c => c.Alias.InvariantEquals(crop.Alias))))
        {
            yield return crop;
        }
    }
}
