using NKCSI.Search.Records;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Site.Models;

/// <summary>A record in a list.</summary>
/// <param name="Kind">The name of its kind, where kinds are mixed.</param>
/// <param name="Title">Its name with what was searched marked; null for the plain name.</param>
/// <param name="Passage">The passage that was found; null for its lead.</param>
internal sealed record CardView(
    IPublishedContent Content,
    string? Kind = null,
    HighlightedText? Title = null,
    HighlightedText? Passage = null,
    bool ShowPicture = true
);
