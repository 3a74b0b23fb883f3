using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Site.Routing;

/// <summary>What <see cref="PageMatcherPolicy"/> decided for a request; kept in the request's features.</summary>
/// <param name="Page">The page's path inside the site's area, such as <c>/Content/innovation</c>.</param>
/// <param name="Content">The document that was found; none for the page that says so.</param>
/// <param name="Culture">ISO code of the culture of the address, also when nothing was found below a domain.</param>
internal sealed record PageDecision(string Page, IPublishedContent? Content, string? Culture);
