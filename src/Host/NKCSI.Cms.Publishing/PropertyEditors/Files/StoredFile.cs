using NKCSI.Cms.Publishing.PropertyEditors.Stored;

namespace NKCSI.Cms.Publishing.PropertyEditors.Files;

/// <summary>
/// What the clients of the file editors post: a file that was uploaded beforehand, or the address of the one that
/// is there already.
/// </summary>
internal sealed class StoredFile
{
    public string? Src { get; set; }

    public Guid? TemporaryFileId { get; set; }

    public ImageFocalPointValue? FocalPoint { get; set; }

    public IReadOnlyList<ImageCropValue>? Crops { get; set; }

    /// <summary>The posted object; a text that is no JSON counts as an address.</summary>
    public static StoredFile? From(object? value, StoredJson stored) =>
        stored.Read<StoredFile>(value)
        ?? (
            PostedValue.Text(value) is { Length: > 0 } text && !text.StartsWith('{')
                ? new StoredFile { Src = text }
                : null
        );

    /// <summary>The address in a stored value of either file editor; <see langword="null"/> without one.</summary>
    public static string? PathOf(object? value, StoredJson stored) =>
        From(value, stored)?.Src is { Length: > 0 } path ? path : null;

    /// <summary>Whether a page may link to that: a path of this site, or an address of the web.</summary>
    public static bool IsAddress(string text) =>
        text.StartsWith('/')
            ? !text.StartsWith("//", StringComparison.Ordinal)
            : Uri.TryCreate(text, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
