using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace NKCSI.Catalogue.Indexing;

/// <summary>The words of a property, whatever its editor: text, rich text, lists, blocks within blocks.</summary>
internal static partial class PlainText
{
    public static string Of(IPublishedElement element, string alias, string culture)
    {
        var text = new StringBuilder();
        if (element.GetProperty(alias) is { } property)
        {
            Append(text, property.GetValue(property.PropertyType.VariesByCulture() ? culture : null), culture);
        }

        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, object? value, string culture)
    {
        switch (value)
        {
            case string line:
                Line(text, line);
                break;
            case IHtmlEncodedString html:
                Line(text, WithoutTags(html.ToHtmlString()));
                break;
            case BlockListModel list:
                foreach (var block in list)
                {
                    AppendElement(text, block.Content, culture);
                }

                break;
            case BlockGridModel grid:
                foreach (var item in grid)
                {
                    AppendGridItem(text, item, culture);
                }

                break;
            case IEnumerable<string> lines:
                foreach (var line in lines)
                {
                    Line(text, line);
                }

                break;
        }
    }

    private static void AppendGridItem(StringBuilder text, BlockGridItem item, string culture)
    {
        AppendElement(text, item.Content, culture);
        foreach (var inner in item.Areas.SelectMany(area => area))
        {
            AppendGridItem(text, inner, culture);
        }
    }

    private static void AppendElement(StringBuilder text, IPublishedElement element, string culture)
    {
        foreach (var property in element.Properties)
        {
            Append(text, property.GetValue(property.PropertyType.VariesByCulture() ? culture : null), culture);
        }
    }

    private static void Line(StringBuilder text, string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            text.Append(line.Trim()).Append('\n');
        }
    }

    private static string WithoutTags(string? html) =>
        WebUtility.HtmlDecode(Tags().Replace(BlockEnds().Replace(html ?? string.Empty, "$0\n"), string.Empty));

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(
        "</(p|h[1-6]|li|td|th|div|blockquote)>|<br */?>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex BlockEnds();
}
