using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using NKCSI.Web.Tests.Support;

namespace NKCSI.Web.Tests.Pages;

/// <summary>Every kind of page, in both languages.</summary>
public sealed partial class PageTests(FirstSite site)
{
    private static readonly Lazy<HashSet<string>> DictionaryKeys = new(() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(BuiltSite.SyncFolder, "Dictionary"), "*.config")
                .Select(file => XDocument.Load(file).Root!.Attribute("Alias")!.Value)
                .Where(key => key.Contains('.', StringComparison.Ordinal)),
        ]
    );

    [Theory]
    [MemberData(nameof(PageKinds.InBothLanguages), MemberType = typeof(PageKinds))]
    public async Task Page_OfEachKind_IsWhole(string alias, string culture)
    {
        var page = await site.GetAsync(site.Pages.Of(alias, culture));
        AssertIsWhole(page, PageKinds.LanguageOf(culture));
    }

    [Theory]
    [InlineData("/niama-takava-stranitsa", "bg")]
    [InlineData("/няма-такава-страница", "bg")]
    [InlineData("/en/no-such-page", "en")]
    [InlineData("/en/catalogue/no-such-innovation", "en")]
    public async Task Page_UnknownAddress_IsNotFoundInTheLanguageOfThePath(string path, string language)
    {
        var page = await site.GetAsync(path, HttpStatusCode.NotFound);
        AssertIsWhole(page, language);
        Assert.NotEmpty(page.All("main form[role=search]"));
        Assert.NotNull(page.Document.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task Page_Error_SaysSoWithANumberToQuote()
    {
        var page = await site.GetAsync("/nkcsi/error", HttpStatusCode.InternalServerError);
        AssertIsWhole(page, "bg");
    }

    [Fact]
    public async Task Links_FromHomeOn_AllLeadSomewhere()
    {
        var open = new Queue<string>(["/", "/en"]);
        var known = new HashSet<string>(open, StringComparer.Ordinal);
        var broken = new List<string>();
        var files = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var path))
        {
            using var answer = await site.Client.GetAsync(path);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                broken.Add($"{path}: {(int)answer.StatusCode}");
                continue;
            }

            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = new WebPage(path, await answer.Content.ReadAsStringAsync());
            files.UnionWith(page.All("img[src], link[href], script[src]").Select(FileOf).Where(IsOwn));
            foreach (var link in page.All("a[href]").Select(link => link.GetAttribute("href")!).Where(IsOwn))
            {
                // Lists narrowed in every way are endless; their own tests look at them.
                if (!link.Contains('?', StringComparison.Ordinal) && known.Add(link.Split('#')[0]))
                {
                    open.Enqueue(link.Split('#')[0]);
                }
            }
        }

        foreach (var file in files)
        {
            using var answer = await site.Client.GetAsync(file, HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                broken.Add($"{file}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.True(known.Count > 100, $"Only {known.Count} addresses are linked.");
    }

    [Fact]
    public async Task Page_Innovation_OffersItsPictureInSeveralWidths()
    {
        var page = await site.GetAsync(site.Pages.Of("innovation", PageKinds.Bulgarian));
        var picture = Assert.Single(page.All("img.record__picture"));
        Assert.NotEmpty(picture.GetAttribute("alt")!);
        var sources = picture.GetAttribute("srcset")!.Split(", ");
        Assert.Equal(["400w", "800w", "1200w", "1600w"], sources.Select(source => source.Split(' ')[1]));
        using var answer = await site.Client.GetAsync(sources[0].Split(' ')[0]);
        Assert.Equal("image/webp", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Page_Translated_NamesItsOtherLanguage()
    {
        var bulgarian = site.Pages.Of("catalogue", PageKinds.Bulgarian);
        var english = site.Pages.Of("catalogue", PageKinds.English);
        var page = await site.GetAsync(bulgarian);
        Assert.EndsWith(
            english.TrimEnd('/'),
            page.Document.QuerySelector("link[rel=alternate][hreflang=en]")!.GetAttribute("href")!.TrimEnd('/'),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            english.TrimEnd('/'),
            page.Document.QuerySelector("a.language")!.GetAttribute("href")!.TrimEnd('/'),
            StringComparison.Ordinal
        );
    }

    private static void AssertIsWhole(WebPage page, string language)
    {
        Assert.Equal(language, page.Language);
        Assert.NotEmpty(Assert.Single(page.All("h1")).TextContent.Trim());
        Assert.NotEmpty(page.Document.Title ?? string.Empty);
        Assert.Single(page.All("main"));
        Assert.DoesNotMatch(EncodedCyrillic(), page.Html);
        Assert.Empty(KeysShown(page));
        Assert.Empty(page.All("a").Where(IsEmptyLink).Select(link => link.OuterHtml));
        Assert.Empty(page.All("img:not([alt])").Select(image => image.OuterHtml));
        Assert.Empty(
            page.All("[id]")
                .GroupBy(element => element.Id, StringComparer.Ordinal)
                .Where(same => same.Count() > 1)
                .Select(same => same.Key)
        );
    }

    /// <summary>Dictionary keys that stand where a text should: known ones, and whatever has their form.</summary>
    private static IEnumerable<string> KeysShown(WebPage page) =>
        page
            .Document.Body!.GetNodes<IText>()
            .Select(text => text.Text.Trim())
            .Concat(
                page.All("[aria-label], [placeholder], [title]")
                    .SelectMany(element =>
                        new[] { "aria-label", "placeholder", "title" }.Select(name =>
                            element.GetAttribute(name) ?? string.Empty
                        )
                    )
            )
            .Where(text => DictionaryKeys.Value.Contains(text) || LooksLikeKey().IsMatch(text));

    private static bool IsEmptyLink(IElement link) =>
        link.GetAttribute("href") is not { Length: > 0 } address
        || address == "#"
        || (
            link.TextContent.Trim().Length == 0
            && string.IsNullOrEmpty(link.GetAttribute("aria-label"))
            && !link.QuerySelectorAll("img").Any(image => !string.IsNullOrEmpty(image.GetAttribute("alt")))
        );

    private static string FileOf(IElement element) =>
        element.GetAttribute("src") ?? element.GetAttribute("href") ?? string.Empty;

    private static bool IsOwn(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex("&#x4[0-9a-f]{2};", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EncodedCyrillic();

    [GeneratedRegex("^[A-Z][a-z]+([A-Z][a-z]+)*\\.[A-Z][A-Za-z]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LooksLikeKey();
}
