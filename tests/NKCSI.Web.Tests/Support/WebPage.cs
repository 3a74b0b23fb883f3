using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NKCSI.Web.Tests.Support;

/// <summary>A page as it came and as a browser understands it.</summary>
internal sealed class WebPage(string path, string html)
{
    public string Path => path;

    public string Html => html;

    public IDocument Document { get; } = new HtmlParser().ParseDocument(html);

    public string Heading => Text("h1");

    public string Language => Document.DocumentElement.GetAttribute("lang") ?? string.Empty;

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    public string Text(string selector) => Document.QuerySelector(selector)?.TextContent.Trim() ?? string.Empty;

    /// <summary>Addresses of a list's cards.</summary>
    public IReadOnlyList<string> Cards =>
        [.. All(".cards .card__title a").Select(link => link.GetAttribute("href") ?? string.Empty)];

    /// <summary>How many results there are in all, from „1–12 от 40".</summary>
    public int Total =>
        Text(".results__count") is { Length: > 0 } text
            ? int.Parse(
                text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Last(word => char.IsDigit(word[0])).TrimEnd('.'),
                System.Globalization.CultureInfo.InvariantCulture
            )
            : 0;
}
