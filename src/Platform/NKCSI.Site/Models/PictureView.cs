using NKCSI.Site.Content;

namespace NKCSI.Site.Models;

/// <summary>A picture and how it lies on the page.</summary>
/// <param name="Sizes">The width it takes, as the <c>sizes</c> attribute says it.</param>
/// <param name="Decorative">Whether the text beside it already says what it shows.</param>
/// <param name="First">Whether it is seen without scrolling and must not wait.</param>
internal sealed record PictureView(
    Picture? Picture,
    string Class = "",
    string Sizes = "100vw",
    bool Decorative = false,
    bool First = false
);
