using System.Drawing;
using System.Globalization;
using System.Xml;
using Umbraco.Cms.Core.Media;

namespace NKCSI.Cms.Publishing.MediaFiles;

/// <summary>
/// Width and height of a vector graphic in pixels: what its root says, else its view box. Nothing of the drawing is
/// read, and nothing outside the file.
/// </summary>
internal sealed class SvgDimensions : ISvgDimensionExtractor
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CloseInput = false,
    };

    /// <summary>The dimensions, or null where the file says none or is no drawing at all.</summary>
    public Size? GetDimensions(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var reader = XmlReader.Create(stream, Settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg")
            {
                return null;
            }

            var box = (reader.GetAttribute("viewBox") ?? string.Empty).Split(
                [' ', ',', '\t', '\r', '\n'],
                StringSplitOptions.RemoveEmptyEntries
            );
            var width = Pixels(reader.GetAttribute("width")) ?? Pixels(box.ElementAtOrDefault(2));
            var height = Pixels(reader.GetAttribute("height")) ?? Pixels(box.ElementAtOrDefault(3));
            return width is { } w && height is { } h ? new Size(w, h) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>A number, perhaps in px; a share of the page or a length in other units tells no pixels.</summary>
    private static int? Pixels(string? length)
    {
        var number = length.AsSpan().Trim();
        if (number.EndsWith("px", StringComparison.OrdinalIgnoreCase))
        {
            number = number[..^2];
        }

        return
            double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var pixels)
            && pixels is > 0 and < int.MaxValue
            ? (int)Math.Round(pixels, MidpointRounding.AwayFromZero)
            : null;
    }
}
