using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Tests.Entities;
using NKCSI.Cms.Storage.Tests.Support;
using NKCSI.Cms.Storage.Urls;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Urls;

public sealed class RedirectUrlRepositoryTests : IDisposable
{
    private static readonly DateTime Date = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly StorageHarness _storage = new();
    private readonly NodeRow _parent;
    private readonly NodeRow _child;

    public RedirectUrlRepositoryTests()
    {
        var rows = new EntityRows(_storage);
        var type = rows.DocumentType("page");
        _parent = rows.Document("Родител", type);
        _child = rows.Document("Дете", type, _parent);
    }

    private IRedirectUrlRepository Redirects => _storage.Get<IRedirectUrlRepository>();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void GetMostRecentUrl_OfSeveralCultures_PrefersTheAskedThenTheOneForAll()
    {
        Save(_parent, "/a", culture: null, hours: 3);
        Save(_child, "/a", culture: "bg-BG", hours: 1);
        Save(_parent, "/a", culture: "bg-BG", hours: 2);

        Assert.Equal(_parent.Id, _storage.InScope(() => Redirects.GetMostRecentUrl("/a", "BG-bg"))!.ContentId);
        Assert.Null(_storage.InScope(() => Redirects.GetMostRecentUrl("/a", "en-US"))!.Culture);
        Assert.Null(_storage.InScope(() => Redirects.GetMostRecentUrl("/a"))!.Culture);
        Assert.Null(_storage.InScope(() => Redirects.GetMostRecentUrl("/b")));
    }

    [Fact]
    public async Task GetMostRecentUrlAsync_LikeTheSynchronousOne()
    {
        Save(_parent, "/a", culture: "bg-BG", hours: 2);
        using var scope = _storage.Scopes.CreateCoreScope(autoComplete: true);

        Assert.Equal(_parent.Key, (await Redirects.GetMostRecentUrlAsync("/a", "bg-BG"))!.ContentKey);
        Assert.Equal(_parent.Key, (await Redirects.GetMostRecentUrlAsync("/a"))!.ContentKey);
        Assert.Null(await Redirects.GetMostRecentUrlAsync("/a", "en-US"));
    }

    [Fact]
    public void GetAllUrls_BelowADocument_LeavesTheDocumentItselfOut()
    {
        Save(_parent, "/a", culture: null, hours: 1);
        Save(_child, "/a/b", culture: null, hours: 2);
        var total = 0L;

        var below = _storage.InScope(() => Redirects.GetAllUrls(_parent.Id, 0, 10, out total).ToList());

        Assert.Equal(1, total);
        Assert.Equal("/a/b", Assert.Single(below).Url);
    }

    [Fact]
    public void SearchUrls_PartInCapitals_FindsCyrillicUrls()
    {
        Save(_parent, "/иновация", culture: null, hours: 1);
        var total = 0L;

        _storage.InScope(() => Redirects.SearchUrls(" ИНОВ ", 0, 10, out total).ToList());

        Assert.Equal(1, total);
    }

    [Fact]
    public void Save_Url_StoresTheHashThatUmbracoWouldLookFor()
    {
        Save(_parent, "/a", culture: null, hours: 1);

        var row = _storage.InScope(() => _storage.Get<ScopedDatabase>().Context.Set<RedirectUrlRow>().Single());

        Assert.Equal("2256c6ac80d3eb2693897a53c615c4840981e5aa", row.UrlHash);
    }

    [Fact]
    public void DeleteContentUrls_OfOneDocument_LeavesTheOthers()
    {
        Save(_parent, "/a", culture: null, hours: 1);
        Save(_child, "/b", culture: null, hours: 1);

        _storage.InScope(() => Redirects.DeleteContentUrls(_parent.Key));

        Assert.Empty(_storage.InScope(() => Redirects.GetContentUrls(_parent.Key)));
        Assert.Single(_storage.InScope(() => Redirects.GetContentUrls(_child.Key)));
    }

    private void Save(NodeRow document, string url, string? culture, int hours) =>
        _storage.InScope(() =>
            Redirects.Save(
                new RedirectUrl
                {
                    Key = Guid.NewGuid(),
                    ContentKey = document.Key,
                    Url = url,
                    Culture = culture,
                    CreateDateUtc = Date.AddHours(hours),
                }
            )
        );
}
