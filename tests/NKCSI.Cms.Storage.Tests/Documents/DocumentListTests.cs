using System.Globalization;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Xunit;
using Constants = Umbraco.Cms.Core.Constants;
using Direction = Umbraco.Cms.Core.Direction;

namespace NKCSI.Cms.Storage.Tests.Documents;

public sealed class DocumentListTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private readonly DocumentSite _site = new(cms);

    [Fact]
    public async Task GetPagedChildren_FiveHundredDocuments_TakesAsManyStatementsAsTen()
    {
        var type = await _site.TypeAsync("many", ContentVariation.Nothing);
        var parent = _site.Saved(type, "Много");
        using (var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope())
        {
            for (var i = 0; i < 500; i++)
            {
                _site.Saved(type, string.Create(CultureInfo.InvariantCulture, $"Дете {i:000}"), "текст", parent.Id);
            }

            scope.Complete();
        }

        var all = new List<IContent>();
        Page(parent.Id, 10);
        var forTen = cms.Statements.During(() => Page(parent.Id, 10));
        var forAll = cms.Statements.During(() => all.AddRange(Page(parent.Id, 500)));

        Assert.Equal(500, all.Count);
        Assert.All(all, document => Assert.Equal("текст", document.GetValue<string>("title")));
        Assert.Equal(forTen, forAll);
        Assert.InRange(forAll, 1, 8);
    }

    [Fact]
    public async Task GetPagedChildren_VariantDocuments_TakeAsManyStatementsForTwoAsForTen()
    {
        await cms.LanguageAsync("bg-BG");
        var type = await _site.TypeAsync("manyVariant", ContentVariation.Culture);
        var parent = Variant(type, "Родител", "Parent", Constants.System.Root);
        _site.Publish(parent);
        for (var i = 0; i < 10; i++)
        {
            var child = Variant(type, $"Дете {i}", $"Child {9 - i}", parent.Id);
            _site.Publish(child);
        }

        Page(parent.Id, 2);
        var forTwo = cms.Statements.During(() => Page(parent.Id, 2));
        var forTen = cms.Statements.During(() => Page(parent.Id, 10));

        Assert.Equal(forTwo, forTen);
    }

    [Fact]
    public async Task GetPagedChildren_OrderedByNameInALanguage_FollowsItsNames()
    {
        await cms.LanguageAsync("bg-BG");
        var type = await _site.TypeAsync("ordered", ContentVariation.Culture);
        var parent = Variant(type, "Ред", "Order", Constants.System.Root);
        Variant(type, "Ябълка", "Apple", parent.Id);
        Variant(type, "Арония", "Zebra", parent.Id);

        Assert.Equal(["Apple", "Zebra"], Names(Page(parent.Id, 10, Ordering.By("name", culture: "en-US")), "en-US"));
        Assert.Equal(["Zebra", "Apple"], Names(Page(parent.Id, 10, Ordering.By("name", culture: "bg-BG")), "en-US"));
    }

    [Fact]
    public async Task GetPagedChildren_FilteredByName_FindsBulgarianWhateverTheCaseInTheLanguage()
    {
        await cms.LanguageAsync("bg-BG");
        var type = await _site.TypeAsync("filtered", ContentVariation.Culture);
        var parent = Variant(type, "Търсене", "Search", Constants.System.Root);
        Variant(type, "Социална ИНОВАЦИЯ", "First", parent.Id);
        Variant(type, "Друго", "Second", parent.Id);
        var filter = cms.Get<ICoreScopeProvider>()
            .CreateQuery<IContent>()
            .Where(item => item.Name!.Contains("иновация"));

        var found = Page(parent.Id, 10, Ordering.By("name", culture: "bg-BG"), filter);

        Assert.Equal(["First"], Names(found, "en-US"));
    }

    [Theory]
    [InlineData("title", true, "а|б|в")]
    [InlineData("sortOrder", false, "в|а|б")]
    [InlineData("createDate", false, "в|а|б")]
    [InlineData("updateDate", false, "в|а|б")]
    [InlineData("published", false, "в|а|б")]
    [InlineData("owner", false, "в|а|б")]
    [InlineData("updater", false, "в|а|б")]
    [InlineData("contentTypeAlias", false, "в|а|б")]
    [InlineData("path", false, "в|а|б")]
    public async Task GetPagedChildren_OrderedByAnything_IsInThatOrder(string field, bool isProperty, string expected)
    {
        var type = await _site.TypeAsync($"orderedBy{field}");
        var parent = _site.Saved(type, $"Ред по {field}");
        foreach (var title in (string[])["в", "а", "б"])
        {
            _site.Saved(type, title, title, parent.Id);
        }

        var ascending = Page(parent.Id, 10, Ordering.By(field, isCustomField: isProperty));
        var descending = Page(parent.Id, 10, Ordering.By(field, Direction.Descending, isCustomField: isProperty));

        Assert.Equal(expected.Split('|'), ascending.Select(document => document.Name));
        Assert.Equal(3, descending.Count);
    }

    [Fact]
    public async Task GetPagedChildren_OrderedByAnUnknownField_IsRefused()
    {
        var type = await _site.TypeAsync("orderedByNothing");
        var parent = _site.Saved(type, "Без ред");

        Assert.Throws<NotSupportedException>(() => Page(parent.Id, 10, Ordering.By("colour")));
    }

    private static IEnumerable<string?> Names(IEnumerable<IContent> documents, string culture) =>
        documents.Select(document => document.GetCultureName(culture));

    private IContent Variant(IContentType type, string bulgarian, string english, int parentId)
    {
        var document = new Umbraco.Cms.Core.Models.Content(null!, parentId, type);
        document.SetCultureName(bulgarian, "bg-BG");
        document.SetCultureName(english, "en-US");
        document.SetValue("title", bulgarian, "bg-BG");
        document.SetValue("title", english, "en-US");
        Assert.True(_site.Documents.Save(document).Success);
        return document;
    }

    private List<IContent> Page(int parentId, int size, Ordering? ordering = null, IQuery<IContent>? filter = null) =>
        [
            .. _site.Documents.GetPagedChildren(
                parentId,
                pageIndex: 0,
                size,
                out _,
                propertyAliases: null,
                filter,
                ordering ?? Ordering.By("sortOrder")
            ),
        ];
}
