using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using NKCSI.Cms.Imaging.Resizing;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Imaging.Urls;

/// <summary>Writes image addresses as Umbraco does (contracts/delivery/images.md 1), signed when a key is configured.</summary>
internal sealed class ImageUrlGenerator(ImageUrlSignature signature) : IImageUrlGenerator
{
    public IEnumerable<string> SupportedImageFileTypes => ImageFormats.Readable;

    public string? GetImageUrl(ImageUrlGenerationOptions? options)
    {
        if (options?.ImageUrl is not { } url)
        {
            return null;
        }

        var further = QueryHelpers.ParseQuery(options.FurtherOptions);
        var query = new StringBuilder();
        if (options.Crop is { } crop)
        {
            Add(query, "cc", Invariant($"{crop.Left},{crop.Top},{crop.Right},{crop.Bottom}"));
        }

        if (options.FocalPoint is { } focus)
        {
            Add(query, "rxy", Invariant($"{focus.Left},{focus.Top}"));
        }

        Add(query, "rmode", options.ImageCropMode?.ToString().ToLowerInvariant());
        Add(query, "ranchor", options.ImageCropAnchor?.ToString().ToLowerInvariant());
        Add(query, "width", options.Width?.ToString(CultureInfo.InvariantCulture));
        Add(query, "height", options.Height?.ToString(CultureInfo.InvariantCulture));
        further.Remove("format", out var furtherFormat);
        Add(query, "format", options.Format ?? (furtherFormat.Count > 0 ? furtherFormat[^1] : null));
        Add(query, "quality", options.Quality?.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in further)
        {
            Add(query, name, value);
        }

        Add(query, "v", options.CacheBusterValue);
        return signature.Sign(url + query);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Commas stay as they are: they belong to the contract's addresses.</summary>
    private static void Add(StringBuilder query, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            query
                .Append(query.Length == 0 ? '?' : '&')
                .Append(name)
                .Append('=')
                .Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
        }
    }
}
