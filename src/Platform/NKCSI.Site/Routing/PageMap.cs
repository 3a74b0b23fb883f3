using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NKCSI.Site.Routing;

/// <summary>Which page shows which content type, read from the pages that there are.</summary>
internal sealed class PageMap(IActionDescriptorCollectionProvider actions)
{
    private readonly Lazy<Dictionary<string, string>> _pages = new(() =>
        actions
            .ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Where(page =>
                page.AreaName == SitePages.Area
                && page.ViewEnginePath.StartsWith(SitePages.ContentFolder + "/", StringComparison.OrdinalIgnoreCase)
            )
            .ToDictionary(
                page => page.ViewEnginePath[(SitePages.ContentFolder.Length + 1)..],
                page => page.ViewEnginePath,
                StringComparer.OrdinalIgnoreCase
            )
    );

    /// <summary>The page of a content type; null when it has none and is not shown to the public.</summary>
    public string? For(string contentTypeAlias) => _pages.Value.GetValueOrDefault(contentTypeAlias);
}
