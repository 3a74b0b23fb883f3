using NKCSI.Testing;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Boot;

public class RelationTests
{
    [Fact]
    public async Task Save_ReferenceSetAndTakenAway_RelationFollows()
    {
        await using var host = await CmsTestHost.StartAsync();
        await host.GivenTypeAsync();
        var target = host.GivenDocument("Цел");
        var source = host.GivenDocument("Източник");
        var documents = host.Get<IContentService>();

        source.SetValue(GivenDocuments.Reference, target.GetUdi().ToString());
        documents.Save(source);
        var afterSetting = RelationsOf(host, source);
        documents.Save(source);
        var afterSavingAgain = RelationsOf(host, source);
        source.SetValue(GivenDocuments.Reference, null);
        documents.Save(source);

        Assert.Equal([("umbDocument", target.Id)], afterSetting);
        Assert.Equal([("umbDocument", target.Id)], afterSavingAgain);
        Assert.Empty(RelationsOf(host, source));
    }

    [Fact]
    public async Task MoveToRecycleBin_Child_RemembersItsParentUntilItIsBack()
    {
        await using var host = await CmsTestHost.StartAsync();
        await host.GivenTypeAsync();
        var parent = host.GivenDocument("Родител");
        var child = host.GivenDocument("Дете", parent.Id);
        var documents = host.Get<IContentService>();

        documents.MoveToRecycleBin(child);
        var inTheBin = ParentsOf(host, child);
        documents.Move(documents.GetById(child.Id)!, parent.Id);

        Assert.Equal([(Constants.Conventions.RelationTypes.RelateParentDocumentOnDeleteAlias, parent.Id)], inTheBin);
        Assert.Empty(ParentsOf(host, child));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.StartsWith("Error", StringComparison.Ordinal));
    }

    private static (string Alias, int ChildId)[] RelationsOf(CmsTestHost host, IContent document) =>
        [
            .. host.Get<IRelationService>()
                .GetByParentId(document.Id)!
                .Select(relation => (relation.RelationType.Alias, relation.ChildId)),
        ];

    private static (string Alias, int ParentId)[] ParentsOf(CmsTestHost host, IContent document) =>
        [
            .. host.Get<IRelationService>()
                .GetByChildId(document.Id)
                .Select(relation => (relation.RelationType.Alias, relation.ParentId)),
        ];
}
