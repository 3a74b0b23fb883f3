using NKCSI.Cms.Publishing.PropertyEditors.Files;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.Pickers;

/// <summary>One picked media item with the focal point and crops that hold for this property alone.</summary>
internal sealed class StoredMediaPick
{
    /// <summary>Of the pick, not of the media item.</summary>
    public Guid Key { get; set; }

    public Guid MediaKey { get; set; }

    public string MediaTypeAlias { get; set; } = string.Empty;

    public IReadOnlyList<ImageCropValue>? Crops { get; set; }

    public ImageFocalPointValue? FocalPoint { get; set; }

    /// <summary>The picks of a stored value, also of the former form, which were UDIs between commas.</summary>
    public static IReadOnlyList<StoredMediaPick> From(object? value, StoredJson stored) =>
        stored.Read<List<StoredMediaPick>>(value)
        ?? value
            ?.ToString()
            ?.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => UdiParser.TryParse(part, out GuidUdi? udi) ? udi.Guid : Guid.Empty)
            .Where(key => key != Guid.Empty)
            .Select(key => new StoredMediaPick
            {
                Key = Guid.NewGuid(),
                MediaKey = key,
                Crops = [],
            })
            .ToList()
        ?? [];

    /// <summary>Crops and focal point as far as the data type allows them.</summary>
    public void Apply(MediaPicker3Configuration? configuration)
    {
        if (configuration is null)
        {
            return;
        }

        Crops = ImageCropperValue.Configured(
            Crops,
            configuration.Crops?.Select(crop => new ImageCropValue
            {
                Alias = crop.Alias,
                Width = crop.Width,
                Height = crop.Height,
            }) ?? []
        );
        FocalPoint = configuration.EnableLocalFocalPoint ? FocalPoint : null;
    }

    /// <summary>Without what says nothing: crops without coordinates, a focal point in the middle.</summary>
    public void Prune()
    {
        Crops = Crops?.Where(crop => crop.Coordinates is not null).ToArray();
        FocalPoint = FocalPoint is { Left: 0.5m, Top: 0.5m } ? null : FocalPoint;
    }
}
