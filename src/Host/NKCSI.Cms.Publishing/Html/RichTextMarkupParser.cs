using System.Text;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace NKCSI.Cms.Publishing.Html;

/// <summary>Rich text for the Delivery API as HTML: links and pictures by key get their addresses.</summary>
internal sealed class RichTextMarkupParser(RichTextLinks links) : IApiRichTextMarkupParser
{
    public string Parse(string html)
    {
        var root = MarkupReader.Read(html);
        foreach (var element in root.SelfAndDescendants())
        {
            switch (element.Tag)
            {
                case "a" when RichTextLinks.IsByKey(element["href"]):
                    Link(element, links.Follow(element["href"]!, element["type"]));
                    break;
                case "img" when element["data-udi"] is { } udi:
                    Picture(element, links.Picture(udi));
                    break;
                case "umb-rte-block" or "umb-rte-block-inline" when element["data-content-key"] is { } key:
                    element["data-content-key"] = null;
                    element["data-content-id"] = key;
                    break;
            }
        }

        var output = new StringBuilder(html.Length);
        root.WriteChildrenTo(output);
        return output.ToString();
    }

    private static void Link(MarkupElement element, RichTextLinks.Destination? destination)
    {
        element["type"] = null;
        element["href"] = destination is { Route: { } route } ? route.Path + route.QueryString : destination?.Url;
        if (destination is null)
        {
            return;
        }

        element["data-destination-id"] = destination.Key.ToString("D");
        element["data-destination-type"] = destination.ContentType;
        if (destination.Route?.StartItem is { } start)
        {
            element["data-start-item-path"] = start.Path;
            element["data-start-item-id"] = start.Id.ToString("D");
        }

        element["data-link-type"] = destination.LinkType.ToString();
    }

    private static void Picture(MarkupElement element, string? address)
    {
        if (address is not null)
        {
            var query =
                element["src"] is { } written && written.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at
                    ? written[at..]
                    : string.Empty;
            element["src"] = address + query;
        }

        element["data-udi"] = null;
        element["data-caption"] = null;
    }
}
