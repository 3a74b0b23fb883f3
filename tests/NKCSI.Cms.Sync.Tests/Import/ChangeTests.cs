using System.Globalization;
using NKCSI.Cms.Sync.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Tests.Import;

public sealed class ChangeTests : IAsyncLifetime
{
    private readonly TemporarySyncFolder folder = SmallSite.WriteTo(new TemporarySyncFolder());
    private ImportHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await ImportHost.StartAsync();
        var first = await host.ImportAsync(folder.Root);
        Assert.True(first.IsSuccess, first.Describe(CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task ImportAsync_ChangedType_IsWrittenAndNamesWhatChanged()
    {
        folder
            .Change("ContentTypes/a-page.config", "<Name>Автор</Name>", "<Name>Съставител</Name>")
            .Change("ContentTypes/a-page.config", "<Alias>author</Alias>", "<Alias>editor</Alias>")
            .Change("ContentTypes/a-page.config", "<Folder>Pages</Folder>", "<Folder>Pages/Plain</Folder>")
            .Change("ContentTypes/a-page.config", "<Caption>Основно</Caption>", "<Caption>Главно</Caption>");

        await AssertOnlyChangedAsync(
            "ContentTypes/a-page.config",
            "GenericProperties/author/Definition",
            "GenericProperties/editor/Name",
            "Info/Folder",
            "Tabs/content/main/Caption"
        );

        var type = host.Get<IContentTypeService>().Get(SmallSite.Page)!;
        var editor = type.PropertyTypes.Single(property => property.Alias == "editor");
        Assert.Equal(("Съставител", new Guid("9a8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c17")), (editor.Name, editor.Key));
        Assert.DoesNotContain(type.PropertyTypes, property => property.Alias == "author");
        Assert.Equal("Главно", type.PropertyGroups["content/main"].Name);
        Assert.Equal("Plain", (await host.Get<IContentTypeContainerService>().GetParentAsync(type))!.Name);
        // The document keeps its values through the change of its type.
        Assert.Equal("Title", host.Get<IContentService>().GetById(SmallSite.Home)!.GetValue<string>("title", "en-US"));
    }

    [Fact]
    public async Task ImportAsync_PropertyGoneFromTheFile_IsRemoved()
    {
        var file = Path.Combine(folder.Root, "ContentTypes/a-page.config");
        var xml = System.Xml.Linq.XDocument.Load(file);
        xml.Descendants("GenericProperty").Single(property => property.Element("Alias")!.Value == "author").Remove();
        xml.Save(file);

        var report = await host.ImportAsync(folder.Root);

        Assert.True(report.IsSuccess);
        Assert.Equal(
            ["title"],
            host.Get<IContentTypeService>().Get(SmallSite.Page)!.PropertyTypes.Select(property => property.Alias)
        );
        Assert.Equal(0, (await host.ImportAsync(folder.Root)).Changes);
    }

    [Fact]
    public async Task ImportAsync_ChangedValue_IsPublishedToo()
    {
        folder.Change("Content/a-news.config", "<![CDATA[Заглавие]]>", "<![CDATA[Ново заглавие]]>");

        await AssertOnlyChangedAsync("Content/a-news.config", "Properties/title[bg-BG]");

        var news = host.Get<IContentService>().GetById(SmallSite.News)!;
        Assert.Equal("Ново заглавие", news.GetValue<string>("title", "bg-BG", published: true));
        Assert.Equal(["bg-BG"], news.PublishedCultures);
    }

    [Fact]
    public async Task ImportAsync_CultureNoLongerPublished_IsTakenBack()
    {
        folder.Change(
            "Content/home.config",
            """<Published Culture="en-US">true""",
            """<Published Culture="en-US">false"""
        );

        await AssertOnlyChangedAsync("Content/home.config", "Info/Published[en-us]");

        Assert.Equal(["bg-BG"], host.Get<IContentService>().GetById(SmallSite.Home)!.PublishedCultures);
    }

    [Fact]
    public async Task ImportAsync_DocumentOfAnotherParent_IsMoved()
    {
        folder.Change(
            "Content/a-news.config",
            $"""<Parent Key="{SmallSite.Home}">""",
            """<Parent Key="00000000-0000-0000-0000-000000000000">"""
        );

        await AssertOnlyChangedAsync("Content/a-news.config", "Info/Parent");

        Assert.Equal(-1, host.Get<IContentService>().GetById(SmallSite.News)!.ParentId);
    }

    [Fact]
    public async Task ImportAsync_Schedule_IsKeptAsTheFileSays()
    {
        folder.Change(
            "Content/a-news.config",
            "<Schedule />",
            "<Schedule><ContentSchedule><Culture>en-US</Culture><Action>Release</Action><Date>2031-01-02T03:04:05</Date></ContentSchedule></Schedule>"
        );

        await AssertOnlyChangedAsync("Content/a-news.config", "Info/Schedule");

        var entry = Assert.Single(
            host.Get<IContentService>().GetContentScheduleByContentId(SmallSite.News).FullSchedule
        );
        Assert.Equal(("en-US", ContentScheduleAction.Release), (entry.Culture, entry.Action));
        Assert.Equal(new DateTime(2031, 1, 2, 3, 4, 5, DateTimeKind.Utc), entry.Date);
    }

    [Fact]
    public async Task ImportAsync_TrashedDocument_IsSkipped()
    {
        folder.Change("Content/a-news.config", "<Trashed>false</Trashed>", "<Trashed>true</Trashed>");

        var report = await host.ImportAsync(folder.Root);

        Assert.Equal(
            "Content/a-news.config",
            Assert.Single(report.Items, item => item.Outcome == ImportOutcome.Skipped).File
        );
        Assert.False(host.Get<IContentService>().GetById(SmallSite.News)!.Trashed);
    }

    [Fact]
    public async Task ImportAsync_Markers_RemoveWhatTheyName()
    {
        folder
            .Remove("Content/a-news.config")
            .Remove("Dictionary/a-child.config")
            .Write("Content/gone.config", $"""<Empty Key="{SmallSite.News}" Alias="Новини" Change="Delete" />""")
            .Write(
                "Dictionary/gone.config",
                """<Empty Key="0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a11" Alias="Menu.Home" Change="Delete" />"""
            )
            .Write(
                "ContentTypes/renamed.config",
                """<Empty Key="0d5b2c86-1b0f-4d0e-8d6e-7c3f6b4d9a99" Alias="old" Change="Rename" />"""
            );

        var report = await host.ImportAsync(folder.Root);

        Assert.True(report.IsSuccess, report.Describe(CultureInfo.InvariantCulture));
        Assert.Equal(2, report.Count(ImportOutcome.Deleted));
        Assert.Null(host.Get<IContentService>().GetById(SmallSite.News));
        Assert.Null(await host.Get<IDictionaryItemService>().GetAsync("Menu.Home"));
        Assert.Equal(0, (await host.ImportAsync(folder.Root)).Changes);
    }

    [Fact]
    public async Task ImportAsync_DataTypeKnownUnderAnotherKey_IsUsedForTheKeyOfTheFile()
    {
        var other = new Guid("6b1c9d52-6f0a-4a53-8f2e-1f5f2a7d0c99");
        folder.Change("DataTypes/Text.config", $"Key=\"{SmallSite.Text}\"", $"Key=\"{other}\"");
        folder.Change("ContentTypes/summary.config", SmallSite.Text.ToString(), other.ToString());

        var report = await host.ImportAsync(folder.Root);

        Assert.True(report.IsSuccess);
        Assert.Equal(0, report.Changes);
        Assert.DoesNotContain(
            report.Items.SelectMany(item => item.Messages),
            message => message.Code == "DataTypeByEditor"
        );
    }

    [Fact]
    public async Task ImportAsync_CleanMarker_RemovesChildrenWithoutAFile()
    {
        folder
            .Remove("Content/a-news.config")
            .Write("Content/home_clean.config", $"""<Empty Key="{SmallSite.Home}" Alias="Начало" Change="Clean" />""");

        var report = await host.ImportAsync(folder.Root);

        Assert.Equal(1, report.Count(ImportOutcome.Deleted));
        Assert.Null(host.Get<IContentService>().GetById(SmallSite.News));
        Assert.NotNull(host.Get<IContentService>().GetById(SmallSite.Home));
    }

    [Fact]
    public async Task ImportAsync_TypeDeletedByAMarker_TakesItsDocumentsAlong()
    {
        folder
            .Remove("Content/a-news.config")
            .Remove("Content/home.config")
            .Remove("Domains/root.config")
            .Remove("Domains/en.config")
            .Remove("Domains/culture.config")
            .Remove("ContentTypes/a-page.config")
            .Write("ContentTypes/gone.config", $"""<Empty Key="{SmallSite.Page}" Alias="page" Change="Delete" />""");

        var report = await host.ImportAsync(folder.Root);

        Assert.True(report.IsSuccess, report.Describe(CultureInfo.InvariantCulture));
        Assert.Null(host.Get<IContentTypeService>().Get(SmallSite.Page));
        Assert.Null(host.Get<IContentService>().GetById(SmallSite.Home));
    }

    private async Task AssertOnlyChangedAsync(string file, params string[] elements)
    {
        var report = await host.ImportAsync(folder.Root);

        Assert.True(report.IsSuccess, report.Describe(CultureInfo.InvariantCulture));
        var updated = Assert.Single(report.Items, item => item.Outcome != ImportOutcome.Unchanged);
        Assert.Equal((file, ImportOutcome.Updated), (updated.File, updated.Outcome));
        Assert.Superset(elements.ToHashSet(StringComparer.Ordinal), updated.Changed.ToHashSet(StringComparer.Ordinal));
        var again = await host.ImportAsync(folder.Root);
        Assert.True(again.Changes == 0, again.Describe(CultureInfo.InvariantCulture, everyItem: true));
    }
}
