using System.Data;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.ContentTypes;

public sealed class DocumentTypeTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private IContentTypeService Types => cms.Get<IContentTypeService>();

    [Fact]
    public async Task Create_TabGroupAndComposition_IsReadBackFromTheRows()
    {
        var seo = cms.NewType("seo");
        seo.AddPropertyGroup("seo", "SEO");
        seo.AddPropertyType(await cms.NewPropertyAsync("metaTitle"), "seo");
        await cms.CreateAsync(seo);
        var page = cms.NewType("page");
        page.Name = "Страница";
        page.Description = "За тест";
        page.ListView = Constants.DataTypes.Guids.ListViewContentGuid;
        page.HistoryCleanup!.PreventCleanup = true;
        page.HistoryCleanup.KeepAllVersionsNewerThanDays = 3;
        page.PropertyGroups.Add(Group("content", "Съдържание", PropertyGroupType.Tab, 0));
        page.PropertyGroups.Add(Group("content/lead", "Увод", PropertyGroupType.Group, 1));
        page.AddPropertyType(await cms.NewPropertyAsync("title"), "content");
        page.AddPropertyType(await cms.NewPropertyAsync("lead"), "content/lead");
        page.AddPropertyType(await cms.NewPropertyAsync("loose"));
        page.AddContentType(seo);
        page.AllowedContentTypes = [new ContentTypeSort(seo.Key, 7, "seo")];
        await cms.CreateAsync(page);

        ClearCache();
        var read = Types.Get("PAGE")!;

        Assert.Equal(("Страница", "За тест", 1, $"-1,{read.Id}"), (read.Name, read.Description, read.Level, read.Path));
        Assert.Equal(Constants.DataTypes.Guids.ListViewContentGuid, read.ListView);
        Assert.Equal(
            (true, 3),
            (read.HistoryCleanup!.PreventCleanup, read.HistoryCleanup.KeepAllVersionsNewerThanDays)
        );
        Assert.Equal(["content", "content/lead"], read.PropertyGroups.Select(group => group.Alias));
        Assert.Equal(["Tab", "Group"], read.PropertyGroups.Select(group => group.Type.ToString()));
        Assert.Equal(["lead"], read.PropertyGroups["content/lead"].PropertyTypes!.Select(property => property.Alias));
        Assert.Equal(["loose"], read.NoGroupPropertyTypes.Select(property => property.Alias));
        Assert.Equal(
            ["lead", "loose", "metaTitle", "title"],
            read.CompositionPropertyTypes.Select(p => p.Alias).Order()
        );
        Assert.Equal([new ContentTypeSort(seo.Key, 0, "seo")], read.AllowedContentTypes!);
        Assert.Equal([page.Key], (await Types.GetAllowedParentKeysAsync(seo.Key)).Result!);
        Assert.False(read.IsDirty());
    }

    [Fact]
    public async Task Create_AliasThatIsTaken_IsRefused()
    {
        await cms.CreateAsync(cms.NewType("taken"));
        await Assert.ThrowsAsync<DuplicateNameException>(() =>
            Types.CreateAsync(cms.NewType("Taken"), CmsFixture.User)
        );
        Assert.Single(Types.GetAll(), type => type.Alias.Equals("taken", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Get_ChangedWithoutSaving_LeavesTheCachedTypeAlone()
    {
        await cms.CreateAsync(cms.NewType("cached"));
        var one = Types.Get("cached")!;
        one.Name = "changed";
        one.AddPropertyType(await cms.NewPropertyAsync("unsaved"));
        Assert.Equal("cached", Types.Get("cached")!.Name);
        Assert.Empty(Types.Get("cached")!.PropertyTypes);
    }

    [Fact]
    public async Task Update_GroupRemovedAndItsPropertyMoved_KeepsThePropertyWithItsValues()
    {
        var type = cms.NewType("regrouped");
        type.AddPropertyGroup("a", "A");
        type.AddPropertyGroup("b", "B");
        type.AddPropertyType(await cms.NewPropertyAsync("moved"), "a");
        type.AddPropertyType(await cms.NewPropertyAsync("dropped"), "a");
        await cms.CreateAsync(type);
        var propertyId = type.PropertyTypes.Single(property => property.Alias == "moved").Id;
        var document = Document("regrouped", ("moved", "kept"), ("dropped", "lost"));

        var changed = Types.Get(type.Key)!;
        changed.MovePropertyType("moved", "b");
        changed.RemovePropertyType("dropped");
        changed.RemovePropertyGroup("a");
        await cms.UpdateAsync(changed);

        ClearCache();
        var read = Types.Get(type.Key)!;
        Assert.Equal(["b"], read.PropertyGroups.Select(group => group.Alias));
        Assert.Equal(propertyId, Assert.Single(read.PropertyGroups["b"].PropertyTypes!).Id);
        Assert.Equal("kept", cms.Get<IContentService>().GetById(document.Key)!.GetValue<string>("moved"));
        Assert.Equal(["kept"], Values(document));
        Assert.Single(
            cms.Rows((IQueryable<PropertyTypeRow> rows) => rows.Where(row => row.ContentTypeId == type.Id).ToList())
        );
    }

    [Fact]
    public async Task Update_CompositionRemoved_DropsItsValuesOnContentOfTheTypeOnly()
    {
        var shared = cms.NewType("sharedPart");
        shared.AddPropertyType(await cms.NewPropertyAsync("sharedValue"));
        await cms.CreateAsync(shared);
        var loser = cms.NewType("loser");
        loser.AddPropertyType(await cms.NewPropertyAsync("own"));
        loser.AddContentType(shared);
        await cms.CreateAsync(loser);
        var keeper = cms.NewType("keeper");
        keeper.AddContentType(shared);
        await cms.CreateAsync(keeper);
        var lost = Document("loser", ("own", "own"), ("sharedValue", "gone"));
        var kept = Document("keeper", ("sharedValue", "there"));

        var changed = Types.Get(loser.Key)!;
        changed.RemoveContentType("sharedPart");
        await cms.UpdateAsync(changed);

        Assert.Equal(["own"], Values(lost));
        Assert.Equal(["there"], Values(kept));
        Assert.Empty(Types.Get(loser.Key)!.ContentTypeComposition);
        Assert.Single(Types.Get(keeper.Key)!.ContentTypeComposition);
    }

    [Fact]
    public async Task Update_CompositionRemovedFromTheMiddle_DropsTheValuesOfThoseComposedOfIt()
    {
        var inner = cms.NewType("innerPart");
        inner.AddPropertyType(await cms.NewPropertyAsync("innerValue"));
        await cms.CreateAsync(inner);
        var middle = cms.NewType("middlePart");
        middle.AddContentType(inner);
        await cms.CreateAsync(middle);
        var outer = cms.NewType("outerType");
        outer.AddContentType(Types.Get(middle.Key)!);
        await cms.CreateAsync(outer);
        var document = Document("outerType", ("innerValue", "gone"));
        Assert.Equal(["gone"], Values(document));

        var changed = Types.Get(middle.Key)!;
        changed.RemoveContentType("innerPart");
        await cms.UpdateAsync(changed);

        Assert.Empty(Values(document));
    }

    [Fact]
    public async Task Delete_TypeWithContentThatOthersAllow_LeavesNothing()
    {
        var doomed = cms.NewType("doomed");
        doomed.AddPropertyGroup("g", "G");
        doomed.AddPropertyType(await cms.NewPropertyAsync("value"), "g");
        await cms.CreateAsync(doomed);
        var host = cms.NewType("allowsDoomed");
        host.AllowedContentTypes = [new ContentTypeSort(doomed.Key, 0, "doomed")];
        await cms.CreateAsync(host);
        var document = Document("doomed", ("value", "x"));

        await Types.DeleteAsync(doomed.Key, CmsFixture.User);

        Assert.Null(Types.Get(doomed.Key));
        Assert.Null(cms.Get<IContentService>().GetById(document.Key));
        Assert.Empty(Types.Get(host.Key)!.AllowedContentTypes!);
        Assert.False(
            cms.Rows((IQueryable<PropertyTypeGroupRow> rows) => rows.Any(row => row.ContentTypeId == doomed.Id))
        );
        Assert.False(cms.Rows((IQueryable<ContentTypeRow> rows) => rows.Any(row => row.NodeId == doomed.Id)));
    }

    [Fact]
    public async Task Move_IntoFolderOfAFolder_ChangesPathAndLevel()
    {
        var folders = cms.Get<IContentTypeContainerService>();
        var outer = (await folders.CreateAsync(null, "Outer", null, CmsFixture.User)).Result!;
        var inner = (await folders.CreateAsync(null, " Inner ", outer.Key, CmsFixture.User)).Result!;
        var type = cms.NewType("foldered");
        await cms.CreateAsync(type);

        Assert.True((await Types.MoveAsync(type.Key, inner.Key)).Success);

        ClearCache();
        var read = Types.Get(type.Key)!;
        Assert.Equal(($"-1,{outer.Id},{inner.Id},{type.Id}", 3, inner.Id), (read.Path, read.Level, read.ParentId));
        Assert.Equal("Inner", (await folders.GetAsync(inner.Key))!.Name);
        Assert.False((await folders.CreateAsync(null, "Inner", outer.Key, CmsFixture.User)).Success);
        Assert.True((await folders.UpdateAsync(inner.Key, "Вътрешна", CmsFixture.User)).Success);
        Assert.Equal("Вътрешна", (await folders.GetAsync("Вътрешна", 2)).Single().Name);
    }

    [Fact]
    public async Task GetAll_MoreTypes_TakesNoMoreStatements()
    {
        await cms.CreateAsync(cms.NewType("countedOne"));
        var few = CountOfColdLoad();
        for (var number = 0; number < 8; number++)
        {
            var type = cms.NewType($"counted{number}");
            type.AddPropertyGroup("g", "G");
            type.AddPropertyType(await cms.NewPropertyAsync($"value{number}"), "g");
            await cms.CreateAsync(type);
        }

        Assert.Equal(few, CountOfColdLoad());
        Assert.Equal(0, cms.Statements.During(() => Types.GetAll()));
    }

    private int CountOfColdLoad()
    {
        ClearCache();
        return cms.Statements.During(() => Assert.NotEmpty(Types.GetAll()));
    }

    private void ClearCache() => cms.Get<AppCaches>().IsolatedCaches.ClearCache<IContentType>();

    private IContent Document(string typeAlias, params (string Alias, string Value)[] values)
    {
        var content = cms.Get<IContentService>();
        var document = content.Create(typeAlias, Constants.System.Root, typeAlias);
        foreach (var (alias, value) in values)
        {
            document.SetValue(alias, value);
        }

        Assert.True(content.Save(document).Success);
        return document;
    }

    private List<string?> Values(IContent document) =>
        cms.Rows(
            (IQueryable<PropertyDataRow> rows) =>
                rows.Where(row => row.VersionId == document.VersionId)
                    .OrderBy(row => row.Id)
                    .Select(row => row.VarcharValue)
                    .ToList()
        );

    private static PropertyGroup Group(string alias, string name, PropertyGroupType type, int sortOrder) =>
        new(isPublishing: true)
        {
            Alias = alias,
            Name = name,
            Type = type,
            SortOrder = sortOrder,
        };
}
