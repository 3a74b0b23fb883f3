using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NKCSI.Web.Tests.Accessibility;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace NKCSI.Web.Tests.Accessibility;

/// <summary>Debian's Chromium, one for all tests; those that need it skip where it is not installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Executable = "/usr/bin/chromium";
    public const string WhyNot = "Chromium is not installed (Debian: apt-get install chromium).";

    private const int DesktopWidth = 1280;
    private const int Height = 900;
    private const float LongWait = 60_000;

    private static readonly List<string> Rules =
    [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ];

    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsThere => File.Exists(Executable);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }

    /// <summary>Opens an address in a window of its own.</summary>
    internal async Task<IPage> OpenAsync(Uri address, int width = DesktopWidth, ColorScheme scheme = ColorScheme.Light)
    {
        var browser = await BrowserAsync();
        var page = await browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = Height },
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        page.SetDefaultTimeout(LongWait);
        await page.GotoAsync(address.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    /// <summary>What axe finds against WCAG 2.2 AA and its own good practice, one line per rule and place.</summary>
    internal static async Task<string> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions { Type = "tag", Values = Rules },
                ResultTypes = [ResultType.Violations],
            }
        );
        return string.Join(
            '\n',
            result.Violations.SelectMany(violation =>
                violation.Nodes.Select(node =>
                    $"{violation.Id} ({violation.Help}): {node.Html} – {string.Join("; ", node.Any.Select(check => check.Message))}"
                )
            )
        );
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = Executable,
                    Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
                    Timeout = LongWait,
                }
            );
        }
        finally
        {
            _starting.Release();
        }
    }
}
