using System.Drawing;
using NetVips;
using Umbraco.Cms.Core.Media;
using Image = NetVips.Image;

namespace NKCSI.Cms.Imaging.Resizing;

/// <summary>Reads width and height from a picture's header, turned as its EXIF orientation says.</summary>
internal sealed class ImageDimensionExtractor : IImageDimensionExtractor
{
    /// <summary>EXIF orientations from this on lie on their side.</summary>
    private const int FirstSideways = 5;

    public IEnumerable<string> SupportedImageFileTypes => ImageFormats.Readable;

    public Size? GetDimensions(Stream? stream)
    {
        if (stream is null)
        {
            return null;
        }

        try
        {
            using var image = Image.NewFromStream(stream, access: Enums.Access.Sequential);
            var sideways = image.Contains("orientation") && (int)image.Get("orientation") >= FirstSideways;
            return sideways ? new Size(image.Height, image.Width) : new Size(image.Width, image.Height);
        }
        catch (VipsException)
        {
            // An upload that only calls itself a picture has no dimensions.
            return null;
        }
    }
}
