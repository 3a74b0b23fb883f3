using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ganss.Xss;
using IHtmlSanitizer = Umbraco.Cms.Core.Security.IHtmlSanitizer;

namespace NKCSI.Cms.Publishing.Html;

/// <summary>
/// Cleans the HTML of editors before it is stored: what the text editor writes stays (with its links by key, its
/// pictures by UDI and its blocks), whatever could run or load something of a stranger goes.
/// </summary>
/// <remarks>
/// Markup in which nothing had to go is given back character by character, so that saving a clean text again never
/// shows as a change.
/// </remarks>
internal sealed partial class StoredHtmlSanitizer : IHtmlSanitizer
{
    public string Sanitize(string html)
    {
        var clean = Clean(html, out var changed);
        return changed ? clean : html;
    }

    /// <summary>Whether nothing in the markup has to go.</summary>
    public static bool IsClean(string html)
    {
        Clean(html, out var changed);
        return !changed;
    }

    private static string Clean(string html, out bool changed)
    {
        // Events of the library tell what goes; a sanitizer of one's own for each text keeps them apart.
        var sanitizer = new HtmlSanitizer(AllowedMarkup.Options) { AllowDataAttributes = true };
        var removed = false;
        sanitizer.RemovingTag += (_, _) => removed = true;
        sanitizer.RemovingAttribute += (_, _) => removed = true;
        sanitizer.RemovingStyle += (_, _) => removed = true;
        sanitizer.RemovingAtRule += (_, _) => removed = true;
        sanitizer.RemovingCssClass += (_, _) => removed = true;
        sanitizer.RemovingComment += (_, comment) =>
        {
            // The library has encoded the comment by now.
            comment.Cancel = comment.Comment.Data.AsSpan().IndexOfAny('<', '>', '&') < 0;
            removed |= !comment.Cancel;
        };
        sanitizer.FilterUrl += (_, url) =>
        {
            if (LinkByKey().IsMatch(url.OriginalUrl))
            {
                url.SanitizedUrl = url.OriginalUrl;
            }
        };
        sanitizer.PostProcessNode += (_, node) =>
        {
            if (node.Node is IElement { LocalName: "iframe" } frame && !IsFromElsewhere(frame.GetAttribute("src")))
            {
                frame.Remove();
                removed = true;
            }
        };
        var clean = sanitizer.Sanitize(html);
        changed = removed;
        return clean;
    }

    private static bool IsFromElsewhere(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex(@"^/?\{localLink:[\w:/\-]+\}[^\s]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkByKey();
}
