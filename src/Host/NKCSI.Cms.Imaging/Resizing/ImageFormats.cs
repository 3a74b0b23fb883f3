namespace NKCSI.Cms.Imaging.Resizing;

/// <summary>
/// What libvips reads and writes here. SVG and BMP are served as they are: rasterising a hostile SVG gains nothing, and
/// BMP is not built in (contracts/delivery/images.md 5).
/// </summary>
internal static class ImageFormats
{
    private static readonly Dictionary<string, (string Saver, string ContentType)> Writable = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["jpg"] = (".jpg", "image/jpeg"),
        ["jpeg"] = (".jpg", "image/jpeg"),
        ["png"] = (".png", "image/png"),
        ["webp"] = (".webp", "image/webp"),
        ["gif"] = (".gif", "image/gif"),
        ["tif"] = (".tif", "image/tiff"),
        ["tiff"] = (".tif", "image/tiff"),
        ["avif"] = (".avif", "image/avif"),
    };

    /// <summary>File extensions of pictures that are resized, without dot.</summary>
    public static IReadOnlyCollection<string> Readable { get; } = ["jpeg", "jpg", "gif", "png", "tiff", "tif", "webp"];

    public static bool CanRead(string path) =>
        Readable.Contains(Path.GetExtension(path).TrimStart('.'), StringComparer.OrdinalIgnoreCase);

    /// <summary>The format of a result: the asked one if it can be written, else the source's.</summary>
    public static (string Saver, string ContentType) Result(string? asked, string path) =>
        asked is not null && Writable.TryGetValue(asked, out var format)
            ? format
            : Writable[Path.GetExtension(path).TrimStart('.')];
}
