using NKCSI.Cms.Publishing.Tests.Support;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.Publishing.Tests.Caching;

public sealed class PublishedItemsTests : IDisposable
{
    private readonly PublishedFixture _fixture = new();
    private readonly Guid _key = Guid.NewGuid();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Get_SecondReader_IsServedFromMemory()
    {
        GivenPublished("Първо");

        var first = await _fixture.Items.GetAsync(_key, draft: false);
        var second = await _fixture.Items.GetAsync(_key, draft: false);

        Assert.Equal("Първо", NameOf(first));
        Assert.Same(first, second);
        Assert.Single(_fixture.Source.Loads);
    }

    [Fact]
    public async Task Get_AfterInvalidation_ReadsAgain()
    {
        GivenPublished("Първо");
        await _fixture.Items.GetAsync(_key, draft: false);
        GivenPublished("Второ");

        _fixture.Items.Invalidate(_key);

        Assert.Equal("Второ", NameOf(await _fixture.Items.GetAsync(_key, draft: false)));
    }

    [Fact]
    public async Task Get_ItemNoLongerPublished_IsGone()
    {
        GivenPublished("Първо");
        await _fixture.Items.GetAsync(_key, draft: false);
        _fixture.Source.Drafts[_key] = PublishedFixture.Snapshot(_key);
        _fixture.Source.Published.Clear();

        _fixture.Items.Invalidate(_key);

        Assert.Null(await _fixture.Items.GetAsync(_key, draft: false));
        Assert.NotNull(await _fixture.Items.GetAsync(_key, draft: true));
    }

    [Fact]
    public async Task Get_ItemChangedWhileBeingRead_IsNeverServedAsItWas()
    {
        GivenPublished("Преди");
        _fixture.Source.WhileReading = () =>
        {
            // The publish commits after the row was read, and its refresher runs before the reader goes on.
            _fixture.Source.WhileReading = () => { };
            GivenPublished("След");
            _fixture.Items.Invalidate(_key);
        };

        await _fixture.Items.GetAsync(_key, draft: false);

        Assert.Equal("След", NameOf(await _fixture.Items.GetAsync(_key, draft: false)));
    }

    [Fact]
    public async Task Get_ReaderJoinsLoadFromBeforeTheChange_GetsTheNewItem()
    {
        GivenPublished("Преди");
        using var rowRead = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        _fixture.Source.WhileReading = () =>
        {
            _fixture.Source.WhileReading = () => { };
            rowRead.Set();
            goOn.Wait(TestContext.Current.CancellationToken);
        };

        var early = Task.Run(async () => await _fixture.Items.GetAsync(_key, draft: false));
        rowRead.Wait(TestContext.Current.CancellationToken);
        GivenPublished("След");
        _fixture.Items.Invalidate(_key);
        var late = _fixture.Items.GetAsync(_key, draft: false).AsTask();
        goOn.Set();

        Assert.Equal("След", NameOf(await late));
        await early;
    }

    [Fact]
    public async Task Get_ManyReadersOfOneColdItem_LoadItOnce()
    {
        GivenPublished("Едно");
        using var allWait = new ManualResetEventSlim();
        _fixture.Source.WhileReading = () => allWait.Wait(TestContext.Current.CancellationToken);
        var leader = Task.Run(async () => await _fixture.Items.GetAsync(_key, draft: false));
        while (_fixture.Source.Loads.IsEmpty)
        {
            await Task.Yield();
        }

        var others = Enumerable
            .Range(0, 20)
            .Select(_ => _fixture.Items.GetAsync(_key, draft: false).AsTask())
            .ToArray();
        allWait.Set();
        var items = await Task.WhenAll([leader, .. others]);

        Assert.Single(_fixture.Source.Loads);
        Assert.All(items, item => Assert.Same(items[0], item));
    }

    [Fact]
    public async Task Get_InsideScope_SeesStorageAndKeepsNothing()
    {
        GivenPublished("Незавършено");
        _fixture.Scopes.Open();
        Assert.Equal("Незавършено", NameOf(await _fixture.Items.GetAsync(_key, draft: false)));

        // Rolled back.
        _fixture.Scopes.Context = null;
        GivenPublished("Останало");

        Assert.Equal("Останало", NameOf(await _fixture.Items.GetAsync(_key, draft: false)));
    }

    [Fact]
    public async Task Get_UnknownKey_CostsNoQueryAndNoRoom()
    {
        Assert.Null(await _fixture.Items.GetAsync(Guid.NewGuid(), draft: false));
        Assert.Empty(_fixture.Items.GetMany([Guid.NewGuid()], draft: false));

        Assert.Empty(_fixture.Source.Loads);
        Assert.Equal(0, _fixture.Items.Count);
    }

    [Fact]
    public async Task Get_AncestorUnpublished_HidesThePublishedFormOnly()
    {
        GivenPublished("Дете");
        _fixture.Source.Drafts[_key] = PublishedFixture.Snapshot(_key);
        await _fixture.Items.GetAsync(_key, draft: false);

        _fixture.Source.Unreachable[_key] = true;

        Assert.Null(await _fixture.Items.GetAsync(_key, draft: false));
        Assert.Empty(_fixture.Items.GetMany([_key], draft: false));
        Assert.NotNull(await _fixture.Items.GetAsync(_key, draft: true));
    }

    [Fact]
    public void GetMany_ColdList_IsLoadedTogetherInTheOrderAsked()
    {
        var keys = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToArray();
        foreach (var key in keys)
        {
            _fixture.Source.Published[key] = PublishedFixture.Snapshot(key, $"Дете {key}");
        }

        var items = _fixture.Items.GetMany(keys, draft: false);
        var again = _fixture.Items.GetMany(keys, draft: false);

        Assert.Equal(keys, items.Select(item => item.Key));
        Assert.All(items.Zip(again), pair => Assert.Same(pair.First, pair.Second));
        Assert.Single(_fixture.Source.Loads);
    }

    [Fact]
    public async Task GetMany_ReadersOfOneColdList_LoadItOnce()
    {
        var keys = Enumerable.Range(0, 10).Select(_ => Guid.NewGuid()).ToArray();
        foreach (var key in keys)
        {
            _fixture.Source.Published[key] = PublishedFixture.Snapshot(key);
        }

        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => _fixture.Items.GetMany(keys, draft: false)))
        );

        Assert.Single(_fixture.Source.Loads);
    }

    [Fact]
    public async Task GetMany_SomeWarm_LoadsOnlyTheRest()
    {
        var other = Guid.NewGuid();
        GivenPublished("Топло");
        _fixture.Source.Published[other] = PublishedFixture.Snapshot(other);
        await _fixture.Items.GetAsync(_key, draft: false);

        _fixture.Items.GetMany([_key, other], draft: false);

        Assert.Equal([other], _fixture.Source.Loads.Last());
    }

    [Fact]
    public async Task Get_MoreItemsThanFit_StaysWithinTheBound()
    {
        using var small = new PublishedFixture(maximumItems: 10);
        for (var i = 0; i < 100; i++)
        {
            var key = Guid.NewGuid();
            small.Source.Published[key] = PublishedFixture.Snapshot(key);
            Assert.NotNull(await small.Items.GetAsync(key, draft: false));
        }

        Assert.InRange(small.Items.Count, 0, 10);
    }

    [Fact]
    public async Task Get_AfterChangeOfContentModel_BuildsOverTheNewType()
    {
        GivenPublished("Едно");
        await _fixture.Items.GetAsync(_key, draft: false);
        _fixture.Type = new PublishedContentType(
            Guid.NewGuid(),
            PublishedFixture.TypeId,
            "renamed",
            PublishedItemType.Content,
            [],
            _ => [],
            _fixture.Type.Variations
        );

        _fixture.Model.Advance();

        Assert.Equal("renamed", (await _fixture.Items.GetAsync(_key, draft: false))!.ContentType.Alias);
    }

    private void GivenPublished(string name) => _fixture.Source.Published[_key] = PublishedFixture.Snapshot(_key, name);

    private static string? NameOf(IPublishedContent? item) => item?.Cultures[string.Empty].Name;
}
