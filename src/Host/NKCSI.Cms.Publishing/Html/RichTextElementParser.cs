using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace NKCSI.Cms.Publishing.Html;

/// <summary>
/// Rich text for the Delivery API as a tree of elements. Comments and texts of line ends alone are left out, and
/// attributes lose the prefix <c>data-</c> where the name is free.
/// </summary>
internal sealed class RichTextElementParser(RichTextLinks links, IApiElementBuilder elements)
    : IApiRichTextElementParser
{
    public IRichTextElement? Parse(string html, RichTextBlockModel? richTextBlockModel) =>
        new RichTextRootElement(
            new Dictionary<string, object>(StringComparer.Ordinal),
            Children(MarkupReader.Read(html)),
            [.. ApiBlocks.Of(richTextBlockModel, elements)]
        );

    private IRichTextElement[] Children(MarkupElement parent) =>
        [.. parent.Children.Select(Element).OfType<IRichTextElement>()];

    private IRichTextElement? Element(MarkupNode node) =>
        node switch
        {
            MarkupText { IsComment: true } => null,
            MarkupText text when text.Raw.AsSpan().IndexOfAnyExcept('\r', '\n') < 0 => null,
            MarkupText text => new RichTextTextElement(text.Raw),
            MarkupElement element => new RichTextGenericElement(element.Tag, Attributes(element), Children(element)),
            _ => null,
        };

    private Dictionary<string, object> Attributes(MarkupElement element)
    {
        var attributes = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes)
        {
            attributes[attribute.Name] = attribute.Raw ?? string.Empty;
        }

        switch (element.Tag)
        {
            case "a" when RichTextLinks.IsByKey(element["href"]):
                Link(attributes, links.Follow(element["href"]!, element["type"]));
                break;
            case "img" when element["data-udi"] is { } udi:
                attributes.Remove("data-udi");
                attributes.Remove("data-caption");
                if (links.Picture(udi) is { } address)
                {
                    attributes["src"] = address;
                }

                break;
            case "umb-rte-block" or "umb-rte-block-inline" when attributes.Remove("data-content-key", out var key):
                attributes["content-id"] = key;
                break;
        }

        return WithoutPrefix(attributes);
    }

    private static void Link(Dictionary<string, object> attributes, RichTextLinks.Destination? destination)
    {
        if (destination is null)
        {
            attributes.Remove("href");
            return;
        }

        if (destination.Url is { } url)
        {
            attributes["href"] = url;
        }
        else
        {
            attributes.Remove("href");
        }

        attributes["destinationId"] = destination.Key.ToString("D");
        attributes["destinationType"] = destination.ContentType;
        attributes["linkType"] = destination.LinkType.ToString();
        if (destination.Route is { } route)
        {
            attributes["route"] = route;
        }
    }

    private static Dictionary<string, object> WithoutPrefix(Dictionary<string, object> attributes)
    {
        const string Prefix = "data-";
        var named = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            var plain = name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
            named[plain == name || attributes.ContainsKey(plain) ? name : plain] = value;
        }

        return named;
    }
}
