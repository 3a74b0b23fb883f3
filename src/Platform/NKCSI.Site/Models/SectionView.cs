using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace NKCSI.Site.Models;

/// <summary>A headed piece of text; shows nothing when there is none.</summary>
internal sealed record SectionView(string Id, string Title, IHtmlContent? Body)
{
    /// <summary>Plain text with its paragraphs.</summary>
    public static SectionView Of(string id, string title, string? text, HtmlEncoder encoder) =>
        new(
            id,
            title,
            text is null
                ? null
                : new HtmlString(
                    string.Concat(
                        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                            .Select(paragraph => $"<p>{encoder.Encode(paragraph)}</p>")
                    )
                )
        );
}
