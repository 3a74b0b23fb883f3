using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;
using Xunit;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Tests.Entities;

public sealed class EntityServiceTests(EditedSite site) : IClassFixture<EditedSite>
{
    private IEntityService Entities => site.Get<IEntityService>();

    private IContentService Contents => site.Get<IContentService>();

    [Fact]
    public async Task GetPagedChildren_OfAPublishedVariantDocument_ShowsNamesAndStates()
    {
        var type = await site.GivenDocumentTypeAsync("variantPage", variant: true);
        var parent = new Umbraco.Cms.Core.Models.Content("", Constants.System.Root, type);
        parent.SetCultureName("Parent", "en-US");
        Contents.Save(parent);
        var child = new Umbraco.Cms.Core.Models.Content("", parent.Id, type);
        child.SetCultureName("Child", "en-US");
        Contents.Save(child);
        Assert.True(Contents.Publish(parent, ["en-US"]).Success);
        Assert.True(Contents.Publish(child, ["en-US"]).Success);

        var found = Entities.GetPagedChildren(parent.Id, UmbracoObjectTypes.Document, 0, 10, out var total).ToList();

        Assert.Equal(1, total);
        var entity = Assert.IsType<DocumentEntitySlim>(Assert.Single(found));
        Assert.Equal("Child", entity.CultureNames["en-US"]);
        Assert.Equal(["en-US"], entity.PublishedCultures);
        Assert.Empty(entity.EditedCultures);
        Assert.True(entity.Published);
        Assert.True(Entities.Get(parent.Key, UmbracoObjectTypes.Document)!.HasChildren);
    }

    [Fact]
    public async Task GetPagedTrashedChildren_AfterTheBin_MovesTheDocumentThere()
    {
        var type = await site.GivenDocumentTypeAsync("trashedPage");
        var document = site.GivenDocument("Изхвърлена", type);
        Contents.MoveToRecycleBin(document);

        var trashed = Entities
            .GetPagedTrashedChildren(
                Constants.System.RecycleBinContent,
                UmbracoObjectTypes.Document,
                0,
                10,
                out var total
            )
            .ToList();

        Assert.Equal(1, total);
        Assert.Equal(document.Key, Assert.Single(trashed).Key);
        Assert.DoesNotContain(
            Entities.GetRootEntities(UmbracoObjectTypes.Document),
            entity => entity.Key == document.Key
        );
    }

    [Fact]
    public async Task GetDescendantsAndPaths_OfABranch_ReachEveryLevel()
    {
        var type = await site.GivenDocumentTypeAsync("branchPage");
        var root = site.GivenDocument("Клон", type);
        var middle = site.GivenDocument("Средно", type, root.Id);
        var leaf = site.GivenDocument("Листо", type, middle.Id);

        Assert.Equal(
            [middle.Id, leaf.Id],
            Entities.GetDescendants(root.Id, UmbracoObjectTypes.Document).Select(entity => entity.Id).Order()
        );
        Assert.Equal(
            $"-1,{root.Id},{middle.Id},{leaf.Id}",
            Assert.Single(Entities.GetAllPaths(UmbracoObjectTypes.Document, leaf.Key)).Path
        );
        Assert.Equal(leaf.Id, Entities.GetId(leaf.Key, UmbracoObjectTypes.Document).Result);
        Assert.Equal(UmbracoObjectTypes.Document, Entities.GetObjectType(leaf.Id));
        Assert.Equal(middle.Id, Entities.GetParent(leaf.Id)!.Id);
    }

    [Fact]
    public async Task GetSiblings_OfAMiddleChild_AreItsNeighbours()
    {
        var type = await site.GivenDocumentTypeAsync("siblingPage");
        var parent = site.GivenDocument("Родител", type);
        var children = Enumerable
            .Range(1, 4)
            .Select(number => site.GivenDocument($"Дете {number}", type, parent.Id))
            .ToList();

        var siblings = Entities
            .GetSiblings(children[1].Key, [UmbracoObjectTypes.Document], 1, 1, out var before, out var after)
            .ToList();

        Assert.Equal(["Дете 1", "Дете 2", "Дете 3"], siblings.Select(entity => entity.Name!));
        Assert.Equal((0L, 1L), (before, after));
    }
}
