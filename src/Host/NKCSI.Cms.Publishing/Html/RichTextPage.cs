using System.Text;
using Umbraco.Cms.Core.Templates;

namespace NKCSI.Cms.Publishing.Html;

/// <summary>
/// Rich text for a page: links and pictures by key get their present addresses. The places of blocks are left empty;
/// a page that shows blocks in text asks for them.
/// </summary>
internal sealed class RichTextPage(HtmlLocalLinkParser links, HtmlUrlParser urls, HtmlImageSourceParser images)
{
    public string Render(string markup) =>
        images.EnsureImageSources(urls.EnsureUrls(links.EnsureInternalLinks(WithoutBlocks(markup))));

    private static string WithoutBlocks(string markup)
    {
        if (!markup.Contains("<umb-rte-block", StringComparison.OrdinalIgnoreCase))
        {
            return markup;
        }

        var root = MarkupReader.Read(markup);
        foreach (var parent in root.SelfAndDescendants().ToArray())
        {
            parent.Children.RemoveAll(child =>
                child is MarkupElement { Tag: "umb-rte-block" or "umb-rte-block-inline" }
            );
        }

        var output = new StringBuilder(markup.Length);
        root.WriteChildrenTo(output);
        return output.ToString();
    }
}
