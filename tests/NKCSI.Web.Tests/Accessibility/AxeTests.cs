using Microsoft.Playwright;
using NKCSI.Web.Tests.Support;

namespace NKCSI.Web.Tests.Accessibility;

/// <summary>axe finds nothing on any kind of page, in either language, on wide and narrow screens, light and dark.</summary>
public sealed class AxeTests(FirstSite site, Chromium chromium)
{
    private const int Narrow = 320;

    public static bool IsThere => Chromium.IsThere;

    [Theory(Skip = Chromium.WhyNot, SkipUnless = nameof(IsThere))]
    [MemberData(nameof(PageKinds.InBothLanguages), MemberType = typeof(PageKinds))]
    public async Task Page_OfEachKind_HasNoViolationAndFitsANarrowScreen(string alias, string culture)
    {
        var page = await OpenCheckedAsync(site.Pages.Of(alias, culture));
        await page.SetViewportSizeAsync(Narrow, 900);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= Narrow, $"{page.Url} is {width} pixels wide.");
        await page.CloseAsync();
    }

    [Theory(Skip = Chromium.WhyNot, SkipUnless = nameof(IsThere))]
    [InlineData(PageKinds.Bulgarian, "грижа")]
    [InlineData(PageKinds.English, "care")]
    public async Task Results_OfASearch_HaveNoViolation(string culture, string word)
    {
        await CheckAsync($"{site.Pages.Of("searchPage", culture)}?q={Uri.EscapeDataString(word)}");
        await CheckAsync($"{site.Pages.Of("searchPage", culture)}?q=xqzxqz");
    }

    [Theory(Skip = Chromium.WhyNot, SkipUnless = nameof(IsThere))]
    [InlineData(PageKinds.Bulgarian)]
    [InlineData(PageKinds.English)]
    public async Task Catalogue_Narrowed_HasNoViolation(string culture)
    {
        var catalogue = site.Pages.Of("catalogue", culture);
        var page = await site.GetAsync(catalogue);
        var choice = page.All(".facet input")[0];
        await CheckAsync(
            $"{catalogue}?{choice.GetAttribute("name")}={Uri.EscapeDataString(choice.GetAttribute("value")!)}"
        );
        await CheckAsync(
            $"{catalogue}?q=xqzxqz&{choice.GetAttribute("name")}={Uri.EscapeDataString(choice.GetAttribute("value")!)}"
        );
    }

    [Theory(Skip = Chromium.WhyNot, SkipUnless = nameof(IsThere))]
    [InlineData(PageKinds.Bulgarian)]
    [InlineData(PageKinds.English)]
    public async Task Pages_OfText_HaveNoViolation(string culture)
    {
        foreach (var path in site.Pages.All("page", culture))
        {
            await CheckAsync(path);
        }
    }

    [Theory(Skip = Chromium.WhyNot, SkipUnless = nameof(IsThere))]
    [InlineData("/niama-takava-stranitsa")]
    [InlineData("/en/no-such-page")]
    [InlineData("/nkcsi/error")]
    public Task Page_OfAnError_HasNoViolation(string path) => CheckAsync(path);

    [Theory(Skip = Chromium.WhyNot, SkipUnless = nameof(IsThere))]
    [InlineData("home", PageKinds.Bulgarian)]
    [InlineData("home", PageKinds.English)]
    [InlineData("innovation", PageKinds.Bulgarian)]
    [InlineData("innovation", PageKinds.English)]
    [InlineData("catalogue", PageKinds.Bulgarian)]
    public Task Page_InTheDark_HasNoViolation(string alias, string culture) =>
        CheckAsync(site.Pages.Of(alias, culture), scheme: ColorScheme.Dark);

    [Theory(Skip = Chromium.WhyNot, SkipUnless = nameof(IsThere))]
    [InlineData("home")]
    [InlineData("catalogue")]
    [InlineData("innovation")]
    public Task Page_NarrowScreen_HasNoViolation(string alias) =>
        CheckAsync(site.Pages.Of(alias, PageKinds.Bulgarian), Narrow);

    private async Task CheckAsync(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light) =>
        await (await OpenCheckedAsync(path, width, scheme)).CloseAsync();

    private async Task<IPage> OpenCheckedAsync(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.OpenAsync(new Uri(site.Address, path), width, scheme);
        var violations = await Chromium.ViolationsAsync(page);
        Assert.True(violations.Length == 0, $"{path}\n{violations}");
        return page;
    }
}
