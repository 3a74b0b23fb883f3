using System.Text.Json;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Site.Content;

/// <summary>Pictures in several widths, cut around their focal point, with the text that describes them.</summary>
internal sealed class Pictures
{
    /// <summary>Widths in pixels that a browser may choose from.</summary>
    private static readonly int[] Widths = [400, 800, 1200, 1600];

    private readonly SiteContext _site;
    private readonly IImageUrlGenerator _urls;

    public Pictures(SiteContext site, IImageUrlGenerator urls)
    {
        _site = site;
        _urls = urls;
    }

    /// <summary>The picture that a property holds; null when it holds none.</summary>
    /// <param name="ratio">Height divided by width of the part that is shown; null for the whole picture.</param>
    public Picture? Of(IPublishedElement? element, string alias, double? ratio)
    {
        var media = _site.Picked(element, alias);
        return media.Count > 0 ? Of(media[0], ratio) : null;
    }

    /// <summary>A media item as a picture; null when it has no file.</summary>
    public Picture? Of(IPublishedContent media, double? ratio)
    {
        if (Source(media) is not { } source)
        {
            return null;
        }

        var alt = _site.IsEnglish ? _site.Line(media, "altTextEn") : _site.Line(media, "altText");
        var width = _site.Value<int?>(media, "umbracoWidth") ?? 0;
        var height = _site.Value<int?>(media, "umbracoHeight") ?? 0;
        if (
            !_urls.SupportedImageFileTypes.Contains(
                Path.GetExtension(source.Address).TrimStart('.'),
                StringComparer.OrdinalIgnoreCase
            )
        )
        {
            return new Picture(source.Address, null, alt ?? string.Empty, width, height, _site.Line(media, "credit"));
        }

        return new Picture(
            Address(source, 800, ratio),
            string.Join(", ", Widths.Select(w => $"{Address(source, w, ratio)} {w}w")),
            alt ?? string.Empty,
            800,
            ratio is { } r ? (int)(800 * r)
                : width > 0 ? 800 * height / width
                : 0,
            _site.Line(media, "credit")
        );
    }

    private string Address(MediaSource source, int width, double? ratio) =>
        _urls.GetImageUrl(
            new ImageUrlGenerationOptions(source.Address)
            {
                Width = width,
                Height = ratio is { } r ? (int)(width * r) : null,
                ImageCropMode = ratio is null ? ImageCropMode.Max : ImageCropMode.Crop,
                FocalPoint = source.Focus,
                Format = "webp",
            }
        ) ?? source.Address;

    /// <summary>The stored value is read, not the converted one: its type belongs to the host, its form to Umbraco.</summary>
    private static MediaSource? Source(IPublishedContent media)
    {
        if (media.GetProperty("umbracoFile")?.GetSourceValue() is not string { Length: > 0 } stored)
        {
            return null;
        }

        if (!stored.StartsWith('{'))
        {
            return new MediaSource(stored, null);
        }

        using var json = JsonDocument.Parse(stored);
        if (!json.RootElement.TryGetProperty("src", out var src) || src.GetString() is not { Length: > 0 } address)
        {
            return null;
        }

        var focus =
            json.RootElement.TryGetProperty("focalPoint", out var point)
            && point.ValueKind == JsonValueKind.Object
            && point.TryGetProperty("left", out var left)
            && point.TryGetProperty("top", out var top)
                ? new ImageUrlGenerationOptions.FocalPointPosition(left.GetDecimal(), top.GetDecimal())
                : null;
        return new MediaSource(address, focus);
    }

    private sealed record MediaSource(string Address, ImageUrlGenerationOptions.FocalPointPosition? Focus);
}

/// <summary>A picture ready for an <c>img</c> element.</summary>
/// <param name="Sources">The <c>srcset</c>; null for pictures that are not resized.</param>
/// <param name="Alt">The text in its place; empty for decoration.</param>
internal sealed record Picture(string Address, string? Sources, string Alt, int Width, int Height, string? Credit);
