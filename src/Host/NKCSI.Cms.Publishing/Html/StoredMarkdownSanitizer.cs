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
                case HtmlInline tag when !StoredHtmlSanitizer.IsClean(tag.Tag):
                    yield return (tag.Span, string.Empty);
                    break;
                case LinkInline { Url: { Length: > 0 } url, UrlSpan.IsEmpty: false } link when !IsHarmless(url):
                    yield return (link.UrlSpan, "#");
                    break;
                case AutolinkInline { IsEmail: false } link when !IsHarmless(link.Url):
                    yield return (link.Span, string.Empty);
                    break;
                case LinkReferenceDefinition { Url: { Length: > 0 } url, UrlSpan.IsEmpty: false } definition
                    when !IsHarmless(url):
                    yield return (definition.UrlSpan, "#");
                    break;
            }
        }
    }

    private static string Source(string markdown, SourceSpan span) => markdown.Substring(span.Start, span.Length);

    private static bool IsHarmless(string url) =>
        StoredHtmlSanitizer.IsClean($"<a href=\"{System.Net.WebUtility.HtmlEncode(url)}\">x</a>");
}
