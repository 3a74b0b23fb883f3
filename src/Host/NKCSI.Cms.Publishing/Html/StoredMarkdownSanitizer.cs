using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Umbraco.Cms.Core.Security;

namespace NKCSI.Cms.Publishing.Html;

/// <summary>
/// Cleans Markdown before it is stored: HTML in it as <see cref="StoredHtmlSanitizer"/> does, and links that would run
/// something. The rest of the text is left as it was typed.
/// </summary>
internal sealed class StoredMarkdownSanitizer(IHtmlSanitizer html) : IMarkdownSanitizer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .Build();

    public string Sanitize(string markdown)
    {
        var text = markdown;
        foreach (var (span, replacement) in Edits(markdown).OrderByDescending(edit => edit.Span.Start))
        {
            text = string.Concat(text.AsSpan(0, span.Start), replacement, text.AsSpan(span.End + 1));
        }

        return text;
    }

    private IEnumerable<(SourceSpan Span, string Replacement)> Edits(string markdown)
    {
        foreach (var part in Markdown.Parse(markdown, Pipeline).Descendants())
        {
            switch (part)
            {
                case HtmlBlock block
                    when Source(markdown, block.Span) is var source && !StoredHtmlSanitizer.IsClean(source):
                    yield return (block.Span, html.Sanitize(source));
                    break;
                case HtmlInline tag when !IsHarmlessTag(tag.Tag):
                    yield return (tag.Span, string.Empty);
                    break;
                case LinkInline { Url: { Length: > 0 } url, Reference: null } link when !IsHarmless(url):
                    yield return IsThere(markdown, link.UrlSpan, url) ? (link.UrlSpan, "#") : (link.Span, string.Empty);
                    break;
                case AutolinkInline { IsEmail: false } link when !IsHarmless(link.Url):
                    yield return (link.Span, string.Empty);
                    break;
                case LinkReferenceDefinition { Url: { Length: > 0 } url } definition when !IsHarmless(url):
                    yield return IsThere(markdown, definition.UrlSpan, url)
                        ? (definition.UrlSpan, "#")
                        : (definition.Span, string.Empty);
                    break;
            }
        }
    }

    private static bool IsThere(string markdown, SourceSpan span, string url) =>
        span.Start >= 0
        && span.End < markdown.Length
        && span.Length > 0
        && Source(markdown, span).Contains(url, StringComparison.Ordinal);

    /// <summary>An end tag is as harmless as the element that it ends.</summary>
    private static bool IsHarmlessTag(string tag) =>
        StoredHtmlSanitizer.IsClean(tag.StartsWith("</", StringComparison.Ordinal) ? $"<{tag[2..]}" : tag);

    private static string Source(string markdown, SourceSpan span) => markdown.Substring(span.Start, span.Length);

    private static bool IsHarmless(string url) =>
        StoredHtmlSanitizer.IsClean($"<a href=\"{System.Net.WebUtility.HtmlEncode(url)}\">x</a>");
}
