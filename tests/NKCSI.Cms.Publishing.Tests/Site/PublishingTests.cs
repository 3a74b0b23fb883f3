using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using static NKCSI.Cms.Publishing.Tests.Site.PublishedSite;

namespace NKCSI.Cms.Publishing.Tests.Site;

public sealed class PublishingTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly PublishedSite _site = shared.Site;

    [Fact]
    public void Publish_DocumentWithCultures_IsReadInBoth()
    {
        var document = _site.PublishedDocument("Въведение", "Introduction");

        var item = _site.Read(document.Key)!;

        Assert.Equal(["Въведение", "Introduction"], [item.Cultures[Bulgarian].Name, item.Cultures[English].Name]);
        Assert.Equal("vavedenie", item.Cultures[Bulgarian].UrlSegment);
        Assert.Equal("Заглавие Въведение", _site.Title(document.Key));
        Assert.Equal("Title Introduction", _site.Title(document.Key, English));
        Assert.True(item.IsPublished(Bulgarian));
        Assert.False(item.IsDraft(Bulgarian));
        Assert.Equal("page", item.ContentType.Alias);
        Assert.Equal(document.Id, item.Id);
        Assert.Same(item, _site.Published.GetById(preview: false, document.Id));
    }

    [Fact]
    public void Save_DraftOfPublishedDocument_ChangesPreviewOnly()
    {
        var document = _site.PublishedDocument("Начало", "Home");
        Assert.Equal("Заглавие Начало", _site.Title(document.Key));

        document.SetValue("title", "Ново заглавие", Bulgarian);
        _site.Documents.Save(document);

        Assert.Equal("Заглавие Начало", _site.Title(document.Key));
        Assert.Equal("Ново заглавие", _site.Title(document.Key, preview: true));
        var draft = _site.Read(document.Key, preview: true)!;
        Assert.True(draft.IsDraft(Bulgarian));
        Assert.False(draft.IsDraft(English));
        Assert.True(draft.IsPublished(Bulgarian));
    }

    [Fact]
    public void Publish_ChangedDocument_IsReadAtOnce()
    {
        var document = _site.PublishedDocument("Начало", "Home");
        for (var i = 0; i < 5; i++)
        {
            Assert.NotNull(_site.Read(document.Key));
            document.SetValue("title", $"Заглавие {i}", Bulgarian);
            _site.Documents.Save(document);
            _site.Publish(document);

            Assert.Equal($"Заглавие {i}", _site.Title(document.Key));
        }
    }

    [Fact]
    public void Publish_OneCulture_LeavesTheOtherAsItWas()
    {
        var document = _site.PublishedDocument("Начало", "Home");
        document.SetValue("title", "Ново", Bulgarian);
        document.SetValue("title", "New", English);
        _site.Documents.Save(document);

        _site.Publish(document, English);

        Assert.Equal("Заглавие Начало", _site.Title(document.Key));
        Assert.Equal("New", _site.Title(document.Key, English));
    }

    [Fact]
    public void Unpublish_OneCulture_HidesItAndItsValues()
    {
        var document = _site.PublishedDocument("Начало", "Home");
        _site.Read(document.Key);

        Assert.True(_site.Documents.Unpublish(document, English).Success);

        var item = _site.Read(document.Key)!;
        Assert.Equal([Bulgarian], item.Cultures.Keys);
        Assert.False(item.IsPublished(English));
        Assert.False(item.GetProperty("title")!.HasValue(English));
        Assert.Equal("Заглавие Начало", _site.Title(document.Key));
        Assert.Contains(English, _site.Read(document.Key, preview: true)!.Cultures.Keys);
    }

    [Fact]
    public void Unpublish_Parent_HidesTheBranchAndPublishingShowsItAgain()
    {
        var parent = _site.PublishedDocument("Раздел", "Section");
        var child = _site.PublishedDocument("Статия", "Article", parent);
        Assert.NotNull(_site.Read(child.Key));

        Assert.True(_site.Documents.Unpublish(parent).Success);
        Assert.Null(_site.Read(parent.Key));
        Assert.Null(_site.Read(child.Key));
        Assert.NotNull(_site.Read(child.Key, preview: true));

        _site.Publish(parent);
        Assert.NotNull(_site.Read(child.Key));
    }

    [Fact]
    public void MoveToRecycleBin_Branch_IsGoneAndComesBackWhenRestoredAndPublished()
    {
        var parent = _site.PublishedDocument("Раздел", "Section");
        var child = _site.PublishedDocument("Статия", "Article", parent);
        _site.Read(child.Key);

        Assert.True(_site.Documents.MoveToRecycleBin(parent).Success);
        Assert.Null(_site.Read(parent.Key));
        Assert.Null(_site.Read(child.Key));
        Assert.Null(_site.Read(child.Key, preview: true));

        var trashed = _site.Documents.GetById(parent.Key)!;
        Assert.True(_site.Documents.Move(trashed, Constants.System.Root).Success);
        _site.Publish(_site.Documents.GetById(parent.Key)!);
        _site.Publish(_site.Documents.GetById(child.Key)!);
        Assert.NotNull(_site.Read(child.Key));
    }

    [Fact]
    public void Delete_Document_IsGone()
    {
        var document = _site.PublishedDocument("Начало", "Home");
        _site.Read(document.Key);

        Assert.True(_site.Documents.Delete(document).Success);

        Assert.Null(_site.Read(document.Key));
        Assert.Null(_site.Read(document.Key, preview: true));
    }

    [Fact]
    public void Rollback_Document_ShowsTheOldDraftInPreviewAndNothingNewToReaders()
    {
        var document = _site.PublishedDocument("Първо", "First");
        var first = _site.Documents.GetById(document.Key)!.PublishedVersionId;
        document = _site.Documents.GetById(document.Key)!;
        document.SetValue("title", "Второ", Bulgarian);
        _site.Documents.Save(document);
        _site.Publish(document);
        Assert.Equal("Второ", _site.Title(document.Key, preview: true));

        Assert.True(_site.Documents.Rollback(document.Id, first).Success);

        Assert.Equal("Второ", _site.Title(document.Key));
        Assert.Equal("Заглавие Първо", _site.Title(document.Key, preview: true));
    }

    [Fact]
    public async Task ContentType_GetsAProperty_DocumentsHaveIt()
    {
        var document = _site.PublishedDocument("Начало", "Home");
        Assert.Null(_site.Read(document.Key)!.GetProperty("summary"));

        var types = _site.Get<IContentTypeService>();
        var type = types.Get(_site.Page.Key)!;
        type.AddPropertyType(
            await _site.PropertyAsync("summary", "Резюме", ContentVariation.Culture),
            "content",
            "Съдържание"
        );
        await types.UpdateAsync(type, Constants.Security.SuperUserKey);

        Assert.NotNull(_site.Read(document.Key)!.GetProperty("summary"));
        Assert.Equal("Заглавие Начало", _site.Title(document.Key));
    }

    [Fact]
    public void Scope_RolledBack_LeavesNothingOfItToReaders()
    {
        var document = _site.PublishedDocument("Начало", "Home");
        using (_site.Get<Umbraco.Cms.Core.Scoping.ICoreScopeProvider>().CreateCoreScope())
        {
            document.SetValue("title", "Недовършено", Bulgarian);
            _site.Documents.Save(document);
            _site.Publish(document);
            Assert.NotNull(_site.Read(document.Key));
        }

        Assert.Equal("Заглавие Начало", _site.Title(document.Key));
        Assert.Equal("Заглавие Начало", _site.Title(document.Key, preview: true));
    }

    [Fact]
    public void Children_OfPublishedParent_AreThoseOfTheCultureInTheirOrder()
    {
        var parent = _site.PublishedDocument("Раздел", "Section");
        var first = _site.PublishedDocument("Едно", "One", parent);
        var second = _site.PublishedDocument("Две", english: null, parent);
        _site.Draft("Три", "Three", parent);
        var navigation = _site.Get<IDocumentNavigationQueryService>();
        var filtering = _site.Get<IPublishedContentStatusFilteringService>();
        Assert.True(navigation.TryGetChildrenKeys(parent.Key, out var keys));

        Assert.Equal([first.Key, second.Key], filtering.FilterAvailable(keys, Bulgarian).Select(item => item.Key));
        Assert.Equal([first.Key], filtering.FilterAvailable(keys, English).Select(item => item.Key));

        _site.Documents.Sort([second.Id, first.Id]);
        Assert.True(navigation.TryGetChildrenKeys(parent.Key, out keys));
        Assert.Equal([second.Key, first.Key], filtering.FilterAvailable(keys, Bulgarian).Select(item => item.Key));
        Assert.Equal([0, 1], new[] { second, first }.Select(document => _site.Read(document.Key)!.SortOrder));
    }

    [Fact]
    public async Task Readers_BesideAPublishingEditor_NeverReadOlderThanTheLastPublish()
    {
        var document = _site.PublishedDocument("Начало", "Home");
        document.SetValue("title", "0", Bulgarian);
        _site.Documents.Save(document);
        _site.Publish(document);
        var lastPublished = 0;
        using var done = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(() =>
                {
                    while (!done.IsCancellationRequested)
                    {
                        var atLeast = Volatile.Read(ref lastPublished);
                        var read = int.Parse(
                            _site.Title(document.Key)!,
                            System.Globalization.CultureInfo.InvariantCulture
                        );
                        Assert.True(read >= atLeast, $"Read {read} after {atLeast} had been published.");
                    }
                })
            )
            .ToArray();

        for (var i = 1; i <= 15; i++)
        {
            document.SetValue("title", $"{i}", Bulgarian);
            _site.Documents.Save(document);
            _site.Publish(document);
            Volatile.Write(ref lastPublished, i);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public void Copy_DocumentWithBlocks_GivesTheCopyBlocksOfItsOwn()
    {
        const string Block = "5b8d1f0e-6a57-4f5e-9a40-2d8a3f1c7e11";
        var original = _site.Draft("С блок");
        original.SetValue(
            "body",
            $$"""
            {"markup":"<umb-rte-block data-content-key=\"{{Block}}\"></umb-rte-block>",
             "blocks":{"layout":{"Umbraco.RichText":[{"contentKey":"{{Block}}"}]},
             "contentData":[{"contentTypeKey":"{{Guid.NewGuid()}}","key":"{{Block}}","values":[]}],"settingsData":[]} }
            """,
            Bulgarian
        );
        _site.Documents.Save(original);

        var copy = _site.Documents.Copy(original, Constants.System.Root, relateToOriginal: false)!;

        var copied = _site.Documents.GetById(copy.Key)!.GetValue<string>("body", Bulgarian)!;
        Assert.Contains("contentData", copied, StringComparison.Ordinal);
        Assert.DoesNotContain(Block, copied, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            Block,
            _site.Documents.GetById(original.Key)!.GetValue<string>("body", Bulgarian)!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Start_OnADatabaseOfAGenuineUmbraco_LeavesItsPublishedTableToBeRebuilt()
    {
        const string Serializer = "Umbraco.Web.PublishedCache.NuCache.Serializer";
        var keyValues = _site.Get<IKeyValueService>();
        keyValues.SetValue(Serializer, "MessagePack");

        await _site
            .Get<Umbraco.Cms.Core.Events.IEventAggregator>()
            .PublishAsync(
                new Umbraco.Cms.Core.Notifications.UmbracoApplicationStartingNotification(RuntimeLevel.Run, false)
            );

        Assert.True(string.IsNullOrEmpty(keyValues.GetValue(Serializer)));
    }

    [Fact]
    public void GetByContentType_PublishedDocuments_AreAllThere()
    {
        var parent = _site.PublishedDocument("Раздел", "Section");
        var child = _site.PublishedDocument("Статия", "Article", parent);
        var draft = _site.Draft("Чернова");
        var type = _site.Get<IPublishedContentTypeCache>().Get(PublishedItemType.Content, "page");

        var items = _site.Get<IDocumentCacheService>().GetByContentType(type).ToArray();

        Assert.Superset(new HashSet<Guid> { parent.Key, child.Key }, items.Select(item => item.Key).ToHashSet());
        Assert.DoesNotContain(draft.Key, items.Select(item => item.Key));
    }
}
