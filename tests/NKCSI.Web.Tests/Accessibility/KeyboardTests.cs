using Microsoft.Playwright;
using NKCSI.Web.Tests.Support;

namespace NKCSI.Web.Tests.Accessibility;

/// <summary>The site with the keyboard alone.</summary>
public sealed class KeyboardTests(FirstSite site, Chromium chromium)
{
    private const int MostTabs = 120;

    public static bool IsThere => Chromium.IsThere;

    [Fact(Skip = Chromium.WhyNot, SkipUnless = nameof(IsThere))]
    public async Task SkipLink_FirstTab_IsSeenAndLeadsToTheContent()
    {
        var page = await OpenAsync("home");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip-link", await FocusAsync(page, "e.className"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await FocusAsync(page, "e.id"));
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
        await page.CloseAsync();
    }

    [Fact(Skip = Chromium.WhyNot, SkipUnless = nameof(IsThere))]
    public async Task Focus_OnEveryStop_IsVisible()
    {
        var page = await OpenAsync("catalogue");
        var stops = await StopsAsync(page);
        Assert.NotEmpty(stops);
        Assert.DoesNotContain(
            stops,
            stop => stop.EndsWith("none", StringComparison.Ordinal) || stop.EndsWith(" 0px", StringComparison.Ordinal)
        );
        await page.CloseAsync();
    }

    [Fact(Skip = Chromium.WhyNot, SkipUnless = nameof(IsThere))]
    public async Task Facets_KeyboardAlone_OpenChooseAndApply()
    {
        var page = await OpenAsync("catalogue");
        var all = await page.Locator(".cards .card").CountAsync();
        await TabToAsync(page, "e.matches('.facet:not([open]) summary')");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("checkbox", await FocusAsync(page, "e.type"));
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "e.matches('.filters button')");
        await page.RunAndWaitForResponseAsync(
            () => page.Keyboard.PressAsync("Enter"),
            answer => answer.Url.Contains('?', StringComparison.Ordinal) && answer.Request.IsNavigationRequest
        );
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        Assert.InRange(await page.Locator(".cards .card").CountAsync(), 1, all - 1);
        await page.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string alias) =>
        await chromium.OpenAsync(new Uri(site.Address, site.Pages.Of(alias, PageKinds.Bulgarian)));

    private static Task<string> FocusAsync(IPage page, string what) =>
        page.EvaluateAsync<string>($"(() => {{ const e = document.activeElement; return String({what}); }})()");

    private static async Task TabToAsync(IPage page, string condition)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await FocusAsync(page, condition) == "true")
            {
                return;
            }
        }

        Assert.Fail($"Tab never reaches {condition}.");
    }

    /// <summary>Each stop of the Tab key with the outline that it shows.</summary>
    private static async Task<List<string>> StopsAsync(IPage page)
    {
        var stops = new List<string>();
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await FocusAsync(
                page,
                "e === document.body ? '' : e.outerHTML.slice(0, 80) + ' ' + getComputedStyle(e).outlineWidth + ' ' + getComputedStyle(e).outlineStyle"
            );
            if (stop.Length == 0)
            {
                break;
            }

            stops.Add(stop);
        }

        return stops;
    }
}
