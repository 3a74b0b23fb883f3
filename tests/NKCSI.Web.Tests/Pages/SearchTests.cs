using System.Net;
using NKCSI.Web.Tests.Support;

namespace NKCSI.Web.Tests.Pages;

/// <summary>Search and the catalogue's facets, as a visitor meets them.</summary>
public sealed class SearchTests(FirstSite site)
{
    [Theory]
    [InlineData(PageKinds.Bulgarian, "грижа")]
    [InlineData(PageKinds.Bulgarian, "ГРИЖИ")]
    [InlineData(PageKinds.English, "care")]
    public async Task Search_Word_FindsAndMarksIt(string culture, string word)
    {
        var page = await SearchAsync(culture, word);
        Assert.NotEmpty(page.Cards);
        Assert.NotEmpty(page.All(".card mark"));
        Assert.Contains(word, page.Text("#results"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FormsOfAWord_FindTheSame()
    {
        var singular = await SearchAsync(PageKinds.Bulgarian, "грижа");
        var plural = await SearchAsync(PageKinds.Bulgarian, "ГРИЖИ");
        Assert.Equal(singular.Total, plural.Total);
    }

    [Fact]
    public async Task Search_NothingFound_SaysSoAndWhatToDo()
    {
        var page = await SearchAsync(PageKinds.Bulgarian, "щъркелоподобност");
        Assert.Empty(page.Cards);
        Assert.NotEmpty(page.All(".empty[role=status] a[href]"));
    }

    [Fact]
    public async Task Search_AllRecords_ArePagedWithoutGapsOrRepeats()
    {
        var path = site.Pages.Of("searchPage", PageKinds.Bulgarian);
        var page = await site.GetAsync(path);
        var total = page.Total;
        var seen = new List<string>(page.Cards);
        Assert.True(total > page.Cards.Count, $"{total} records fit on a page.");
        while (page.Document.QuerySelector(".paging a[rel=next]")?.GetAttribute("href") is { } next)
        {
            page = await site.GetAsync(next);
            seen.AddRange(page.Cards);
        }

        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(PageKinds.Bulgarian)]
    [InlineData(PageKinds.English)]
    public async Task Catalogue_ChosenFacet_LeavesAsManyAsItSaid(string culture)
    {
        var path = site.Pages.Of("catalogue", culture);
        var all = await site.GetAsync(path);
        var names = all.All(".facet input")
            .Select(input => input.GetAttribute("name")!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(5, names.Count);
        foreach (var name in names)
        {
            var choice = all.All($".facet input[name={name}]")[0];
            var label = all.Document.QuerySelector($"label[for='{choice.Id}']")!;
            var count = int.Parse(
                label.QuerySelector(".choice__count")!.TextContent.Trim('(', ')'),
                System.Globalization.CultureInfo.InvariantCulture
            );

            var narrowed = await site.GetAsync($"{path}?{name}={Uri.EscapeDataString(choice.GetAttribute("value")!)}");

            Assert.Equal(count, narrowed.Total);
            Assert.NotEmpty(narrowed.All($"input#{choice.Id}[checked]"));
            Assert.Contains(narrowed.All(".active-filters a"), link => link.GetAttribute("href") == path);
        }
    }

    [Fact]
    public async Task Catalogue_TwoFacets_NarrowFurther()
    {
        var path = site.Pages.Of("catalogue", PageKinds.Bulgarian);
        var all = await site.GetAsync(path);
        var names = all.All(".facet input")
            .Select(input => input.GetAttribute("name")!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var one = $"{path}?{names[0]}={First(all, names[0])}";
        var first = await site.GetAsync(one);
        var second = await site.GetAsync($"{one}&{names[1]}={First(first, names[1])}");
        Assert.InRange(second.Total, 1, first.Total);
        Assert.True(first.Total < all.Total);
        Assert.Equal(3, second.All(".active-filters a").Count);
        Assert.Subset(first.Cards.ToHashSet(StringComparer.Ordinal), second.Cards.ToHashSet(StringComparer.Ordinal));

        static string First(WebPage page, string name) =>
            page.All($".facet input[name={name}]")[0].GetAttribute("value")!;
    }

    [Theory]
    [InlineData("\"*?:(")]
    [InlineData("AND OR NOT")]
    [InlineData("a\0b")]
    [InlineData("[* TO *] ~ ^ \\ / {!")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE umbracoNode; --")]
    [InlineData("\ud83d\ude00 ‮ \u0301\u0301\u0301")]
    [InlineData("%00%25%")]
    public async Task Search_HostileText_IsAnsweredAsText(string text)
    {
        var page = await SearchAsync(PageKinds.Bulgarian, text);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3000, 'а')]
    [InlineData(2000, '(')]
    [InlineData(2000, '*')]
    [InlineData(2000, ' ')]
    public async Task Search_VeryLongText_IsAnswered(int length, char letter) =>
        await SearchAsync(
            PageKinds.Bulgarian,
            string.Concat(Enumerable.Repeat(letter, letter < 128 ? length : length / 6))
        );

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=999999999999")]
    [InlineData("page=400")]
    [InlineData("page=x&sort=77&sort=zzz")]
    [InlineData("theme=nosuch&theme=&theme=%00&stage=../../etc")]
    [InlineData("q=%FF%FE&theme=%C3%28")]
    [InlineData("__proto__=1&handler=Nope")]
    public async Task Catalogue_HostileParameters_AreAnswered(string query)
    {
        using var answer = await site.Client.GetAsync($"{site.Pages.Of("catalogue", PageKinds.Bulgarian)}?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task<WebPage> SearchAsync(string culture, string text) =>
        site.GetAsync($"{site.Pages.Of("searchPage", culture)}?q={Uri.EscapeDataString(text)}");
}
