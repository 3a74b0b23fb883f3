using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Site.Models;

/// <summary>A headed group of cards; shows nothing when there are none.</summary>
/// <param name="Id">The id of the heading, unique on the page.</param>
/// <param name="All">The list page with all of the kind.</param>
internal sealed record CardsView(
    string Id,
    string Title,
    IReadOnlyList<IPublishedContent> Items,
    IPublishedContent? All = null
);
