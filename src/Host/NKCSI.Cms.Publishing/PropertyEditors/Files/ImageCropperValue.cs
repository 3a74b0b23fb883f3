using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Files;

/// <summary>
/// An image with the point of interest and the cuts that an editor chose, as it is kept
/// (<c>{"focalPoint":…,"crops":…,"src":"/media/…"}</c>) and as pages read it.
/// </summary>
internal sealed class ImageCropperValue : IHtmlEncodedString
{
    /// <summary>What must stay visible; <see langword="null"/> for the middle.</summary>
    public ImageFocalPointValue? FocalPoint { get; set; }

    public IReadOnlyList<ImageCropValue>? Crops { get; set; }

    /// <summary>Address of the original.</summary>
    public string? Src { get; set; } = string.Empty;

    /// <summary>Every configured crop in the configured size, with the chosen coordinates where there are any.</summary>
    public static IReadOnlyList<ImageCropValue> Configured(
        IEnumerable<ImageCropValue>? chosen,
        IEnumerable<ImageCropValue> configured
    ) =>
        [
            .. configured.Select(crop => new ImageCropValue
            {
                Alias = crop.Alias,
                Width = crop.Width,
                Height = crop.Height,
                Coordinates = chosen
                    ?.FirstOrDefault(c => string.Equals(c.Alias, crop.Alias, StringComparison.OrdinalIgnoreCase))
                    ?.Coordinates,
            }),
        ];

    /// <summary>The address, so that a page may write the value where it wants an address.</summary>
    public override string ToString() => Src ?? string.Empty;

    public string ToHtmlString() => ToString();
}

/// <summary>Shares of width and height, from the left and from the top (0 to 1).</summary>
internal sealed class ImageFocalPointValue
{
    public decimal Left { get; set; }

    public decimal Top { get; set; }
}

/// <summary>A named cut of an image in pixels; the coordinates are distances from each edge as shares of the size.</summary>
internal sealed class ImageCropValue
{
    public string? Alias { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    public ImageCropCoordinatesValue? Coordinates { get; set; }
}

internal sealed class ImageCropCoordinatesValue
{
    public decimal X1 { get; set; }

    public decimal Y1 { get; set; }

    public decimal X2 { get; set; }

    public decimal Y2 { get; set; }
}
