using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;
using static NKCSI.Cms.Publishing.Tests.Site.PublishedSite;

namespace NKCSI.Cms.Publishing.Tests.Site;

public sealed class RoutingTests : IAsyncLifetime
{
    private PublishedSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Route_BelowDomains_FindsTheDocumentInBothCultures()
    {
        var (home, article) = await GivenSiteWithDomainsAsync();

        var bulgarian = await _site.RouteAsync("/novini/");
        var english = await _site.RouteAsync("/en/news/");
        var root = await _site.RouteAsync("/en");

        Assert.Equal(article, bulgarian.PublishedContent?.Key);
        Assert.Equal(Bulgarian, bulgarian.Culture);
        Assert.Equal(article, english.PublishedContent?.Key);
        Assert.Equal(English, english.Culture);
        Assert.Equal(home, root.PublishedContent?.Key);
        Assert.Equal("/novini/", await _site.UrlAsync(article, Bulgarian));
        Assert.Equal("/en/news/", await _site.UrlAsync(article, English));
    }

    [Fact]
    public async Task Route_OtherCulturesSegment_FindsNothing()
    {
        await GivenSiteWithDomainsAsync();

        Assert.Null((await _site.RouteAsync("/news/")).PublishedContent);
        Assert.Null((await _site.RouteAsync("/en/novini/")).PublishedContent);
    }

    [Fact]
    public async Task Route_UnpublishedCulture_FindsNothing()
    {
        var (_, article) = await GivenSiteWithDomainsAsync();

        Assert.True(_site.Documents.Unpublish(_site.Documents.GetById(article)!, English).Success);

        Assert.Null((await _site.RouteAsync("/en/news/")).PublishedContent);
        Assert.NotNull((await _site.RouteAsync("/novini/")).PublishedContent);
    }

    [Fact]
    public async Task Route_RemovedDomain_IsForgotten()
    {
        await GivenSiteWithDomainsAsync();
        Assert.NotNull((await _site.RouteAsync("/en/news/")).PublishedContent);
        var home = _site.Documents.GetRootContent().Single();

        await _site.AssignDomainsAsync(home, ("/", Bulgarian));

        Assert.Null((await _site.RouteAsync("/en/news/")).PublishedContent);
    }

    [Fact]
    public async Task Route_OldNameAfterRename_RedirectsForGood()
    {
        var (_, article) = await GivenSiteWithDomainsAsync();
        _site.PublishedDocument("Репортаж", "Report", _site.Documents.GetById(article));

        _site.Rename(_site.Documents.GetById(article)!, "Събития");

        var old = await _site.RouteAsync("/novini/?page=2");
        var child = await _site.RouteAsync("/novini/reportazh/");
        Assert.Equal(301, old.ResponseStatusCode);
        Assert.Equal("/sabitia/?page=2", old.RedirectUrl);
        Assert.Equal("/sabitia/reportazh/", child.RedirectUrl);
        Assert.Equal(article, (await _site.RouteAsync("/sabitia/")).PublishedContent?.Key);
        Assert.Equal(article, (await _site.RouteAsync("/en/news/")).PublishedContent?.Key);
    }

    [Fact]
    public async Task Route_RenamedAndNamedBack_IsNotRedirectedToItself()
    {
        var (_, article) = await GivenSiteWithDomainsAsync();

        _site.Rename(_site.Documents.GetById(article)!, "Събития");
        _site.Rename(_site.Documents.GetById(article)!, "Новини");

        var current = await _site.RouteAsync("/novini/");
        Assert.Null(current.RedirectUrl);
        Assert.Equal(article, current.PublishedContent?.Key);
        Assert.Equal("/novini/", (await _site.RouteAsync("/sabitia/")).RedirectUrl);
        Assert.Single(_site.Get<IRedirectUrlService>().GetContentRedirectUrls(article));
    }

    [Fact]
    public async Task Route_OldPlaceAfterMove_RedirectsForGood()
    {
        var (home, article) = await GivenSiteWithDomainsAsync();
        var archive = _site.PublishedDocument("Архив", "Archive", _site.Documents.GetById(home));

        Assert.True(_site.Documents.Move(_site.Documents.GetById(article)!, archive.Id).Success);

        Assert.Equal("/arhiv/novini/", (await _site.RouteAsync("/novini/")).RedirectUrl);
        Assert.Equal("/en/archive/news/", (await _site.RouteAsync("/en/news/")).RedirectUrl);
        Assert.Equal(article, (await _site.RouteAsync("/arhiv/novini/")).PublishedContent?.Key);
    }

    [Fact]
    public async Task Publish_WithoutNewName_RegistersNoRedirect()
    {
        var (_, article) = await GivenSiteWithDomainsAsync();
        var document = _site.Documents.GetById(article)!;
        document.SetValue("title", "Друго", Bulgarian);
        _site.Documents.Save(document);

        _site.Publish(document);

        Assert.Empty(_site.Get<IRedirectUrlService>().GetContentRedirectUrls(article));
    }

    /// <summary>The renames and moves of the recording documents/redirects, with the rows that a genuine 17.5.2 wrote.</summary>
    [Fact]
    public async Task RenameAndMove_AsRecorded_RegisterTheRedirectsOfAGenuineUmbraco()
    {
        await using var site = await StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Umbraco:CMS:Global:HideTopLevelNodeFromPath"] = "false",
            }
        );
        site.PublishedNote("Home");
        var shop = site.PublishedNote("Shop");
        var lamp = site.PublishedNote("Lamp", shop);
        var blog = site.PublishedNote("Blog");

        site.RenameNote(lamp.Key, "Big lamp");
        site.RenameNote(shop.Key, "Store");
        Assert.True(site.Documents.Move(site.Documents.GetById(lamp.Key)!, blog.Id).Success);
        site.RenameNote(lamp.Key, "Lamp");
        Assert.True(site.Documents.Move(site.Documents.GetById(lamp.Key)!, shop.Id).Success);

        var redirects = site.Get<IRedirectUrlService>();
        Assert.Equal(
            ["/blog/big-lamp", "/blog/lamp", "/shop/big-lamp", "/shop/lamp", "/store/big-lamp"],
            redirects.GetContentRedirectUrls(lamp.Key).Select(redirect => redirect.Url).Order(StringComparer.Ordinal)
        );
        Assert.Equal("/shop", redirects.GetContentRedirectUrls(shop.Key).Single().Url);
        Assert.All(redirects.GetContentRedirectUrls(lamp.Key), redirect => Assert.Equal("", redirect.Culture ?? ""));
    }

    [Fact]
    public async Task Rename_WithTrackingTurnedOff_RegistersNoRedirect()
    {
        await using var site = await StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Umbraco:CMS:WebRouting:DisableRedirectUrlTracking"] = "true",
            }
        );
        var document = site.PublishedDocument("Новини");

        site.Rename(document, "Събития");

        Assert.Empty(site.Get<IRedirectUrlService>().GetContentRedirectUrls(document.Key));
    }

    [Fact]
    public async Task Route_ForgedPreviewCookie_ShowsNoDraft()
    {
        var (home, _) = await GivenSiteWithDomainsAsync();
        _site.Draft("Тайна", "Secret", _site.Documents.GetById(home));

        var preview = await _site.InRequestAsync(
            "/tayna/",
            context => Task.FromResult(context.InPreviewMode),
            request => request.Request.Headers.Cookie = $"{Constants.Web.PreviewCookieName}=forged"
        );

        Assert.False(preview);
        Assert.Null((await _site.RouteAsync("/tayna/")).PublishedContent);
    }

    private async Task<(Guid Home, Guid Article)> GivenSiteWithDomainsAsync()
    {
        var home = _site.PublishedDocument("Начало", "Home");
        await _site.AssignDomainsAsync(home, ("/", Bulgarian), ("/en", English));
        return (home.Key, _site.PublishedDocument("Новини", "News", home).Key);
    }
}
