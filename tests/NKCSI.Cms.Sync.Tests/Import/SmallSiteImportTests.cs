using System.Globalization;
using NKCSI.Cms.Sync.Tests.Support;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Tests.Import;

/// <summary>One site, imported once; each test looks at another part of it, and none changes it.</summary>
public sealed class SmallSiteImportTests(SmallSiteImportTests.Imported site)
    : IClassFixture<SmallSiteImportTests.Imported>
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void ImportAsync_SmallSite_CreatesEverything()
    {
        Assert.True(site.First.IsSuccess, site.First.Describe(English));
        Assert.Equal(13, site.First.Changes);
        var warning = Assert.Single(site.First.Items.SelectMany(item => item.Messages));
        Assert.Equal("TranslationSkipped", warning.Code);
    }

    [Fact]
    public void ImportAsync_SmallSite_LeavesNoHandlerInError() =>
        Assert.DoesNotContain(site.Host.Host.Log.Entries, entry => entry.StartsWith("Error", StringComparison.Ordinal));

    [Fact]
    public void ImportAsync_ASecondTime_ChangesNothing()
    {
        Assert.True(site.Second.IsSuccess);
        Assert.True(site.Second.Changes == 0, site.Second.Describe(English, everyItem: true));
    }

    [Fact]
    public async Task ImportAsync_AnotherDefaultLanguage_TakesOverAndFallbackIsLinked()
    {
        var languages = site.Host.Get<ILanguageService>();

        Assert.Equal("bg-BG", await languages.GetDefaultIsoCodeAsync());
        Assert.Equal("bg-BG", (await languages.GetAsync("en-US"))!.FallbackIsoCode);
        Assert.False((await languages.GetAsync("en-US"))!.IsDefault);
    }

    [Fact]
    public async Task ImportAsync_DictionaryChildBeforeItsParent_IsPutBelowIt()
    {
        var item = await site.Host.Get<IDictionaryItemService>().GetAsync("Menu.Home");

        Assert.Equal(SmallSite.Menu, item!.ParentId);
        Assert.Equal("Home", item.Translations.Single(text => text.LanguageIsoCode == "en-US").Value);
    }

    [Fact]
    public async Task ImportAsync_DataTypeInAFolder_KeepsKeyConfigurationAndFolder()
    {
        var dataType = await site.Host.Get<IDataTypeService>().GetAsync(SmallSite.Text);

        Assert.Equal("Кратък текст", dataType!.Name);
        Assert.Equal("80", dataType.ConfigurationData["maxChars"].ToString());
        var folder = await site.Host.Get<IDataTypeContainerService>().GetParentAsync(dataType);
        Assert.Equal("Short ones", folder!.Name);
    }

    [Fact]
    public void ImportAsync_DocumentType_KeepsKeysTabsCompositionAndStructure()
    {
        var type = site.Host.Get<IContentTypeService>().Get(SmallSite.Page)!;

        Assert.Equal("page", type.Alias);
        Assert.Equal(ContentVariation.Culture, type.Variations);
        Assert.Equal([SmallSite.Summary], type.CompositionKeys());
        Assert.Equal([SmallSite.Page], type.AllowedContentTypes!.Select(child => child.Key));
        Assert.Equal(
            (true, (int?)7),
            (type.HistoryCleanup!.PreventCleanup, type.HistoryCleanup.KeepAllVersionsNewerThanDays)
        );
        var group = type.PropertyGroups["content/main"];
        Assert.Equal(new Guid("2f2e3d4c-5b6a-4789-8a9b-0c1d2e3f4a18"), group.Key);
        // Two properties at one position: the second by alias moves on, as in Core.
        Assert.Equal(
            ["author:0", "title:1"],
            group
                .PropertyTypes!.OrderBy(property => property.SortOrder)
                .Select(property => $"{property.Alias}:{property.SortOrder}")
        );
        var title = type.PropertyTypes.Single(property => property.Alias == "title");
        Assert.Equal(new Guid("9a8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c16"), title.Key);
        Assert.Equal(SmallSite.Text, title.DataTypeKey);
    }

    [Fact]
    public void ImportAsync_Document_IsPublishedInTheCulturesOfItsFile()
    {
        var contents = site.Host.Get<IContentService>();
        var home = contents.GetById(SmallSite.Home)!;
        var news = contents.GetById(SmallSite.News)!;

        Assert.Equal(["bg-BG", "en-US"], home.PublishedCultures.Order(StringComparer.Ordinal));
        Assert.Equal(["bg-BG"], news.PublishedCultures);
        Assert.Equal("News", news.GetCultureName("en-US"));
        Assert.Equal("Title", news.GetValue<string>("title", "en-US"));
        Assert.Equal(home.Id, news.ParentId);
        Assert.Equal(3, news.SortOrder);
        Assert.Equal(new DateTime(2026, 2, 1, 9, 30, 0, DateTimeKind.Utc), news.CreateDate);
    }

    [Fact]
    public void ImportAsync_NewDocument_HasItsAddressAtOnce()
    {
        var urls = site.Host.Get<IDocumentUrlService>();

        Assert.Equal("novini", urls.GetUrlSegment(SmallSite.News, "bg-BG", isDraft: false));
        Assert.NotNull(site.Host.Get<IContentImport>().LastFinished());
    }

    [Fact]
    public void ImportAsync_MediaFileBesideTheFolder_IsCopiedAndMeasured()
    {
        var media = site.Host.Get<IMediaService>().GetById(SmallSite.Picture)!;
        var files = site.Host.Get<MediaFileManager>().FileSystem;

        Assert.True(files.FileExists("a1b2c3d4/picture.txt"));
        Assert.Equal("20", media.GetValue("umbracoBytes")?.ToString());
        Assert.Equal("txt", media.GetValue("umbracoExtension"));
    }

    [Fact]
    public async Task ImportAsync_Domains_AreAssignedAndTheWildcardIsTheCultureOfItsRoot()
    {
        var assigned = (
            await site.Host.Get<IDomainService>().GetAssignedDomainsAsync(SmallSite.Home, includeWildcards: true)
        ).ToList();

        Assert.Equal(
            ["/", "/en"],
            assigned
                .Where(domain => !domain.IsWildcard)
                .OrderBy(domain => domain.SortOrder)
                .Select(domain => domain.DomainName)
        );
        Assert.Equal("bg-BG", assigned.Single(domain => domain.IsWildcard).LanguageIsoCode);
    }

    public sealed class Imported : IAsyncLifetime
    {
        private readonly TemporarySyncFolder folder = SmallSite.WriteTo(new TemporarySyncFolder());

        internal ImportHost Host { get; private set; } = null!;

        public ImportReport First { get; private set; } = null!;

        public ImportReport Second { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await ImportHost.StartAsync();
            First = await Host.ImportAsync(folder.Root);
            Second = await Host.ImportAsync(folder.Root);
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            folder.Dispose();
        }
    }
}
