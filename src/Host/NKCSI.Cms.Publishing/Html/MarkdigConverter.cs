using Markdig;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.Html;

/// <summary>
/// Markdown to HTML for pages: CommonMark with tables, strike-through, definition lists, footnotes and bare addresses
/// as links. The result is cleaned again, because text can also come in by import.
/// </summary>
internal sealed class MarkdigConverter(IHtmlSanitizer sanitizer) : IMarkdownToHtmlConverter
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras()
        .UseDefinitionLists()
        .UseFootnotes()
        .UseAutoLinks()
        .Build();

    public string ToHtml(string markdown) => sanitizer.Sanitize(Markdown.ToHtml(markdown, Pipeline));
}
