using NKCSI.Cms.Storage.Tests.Documents;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Xunit;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Tests.Relations;

public sealed class RelationRepositoryTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private readonly DocumentSite _site = new(cms);

    [Fact]
    public async Task Relate_TwoDocuments_IsFoundFromBothEnds()
    {
        var (user, used) = await TwoAsync("related");
        var relations = cms.Get<IRelationService>();
        relations.Relate(user.Id, used.Id, Constants.Conventions.RelationTypes.RelatedDocumentAlias);

        Assert.True(relations.AreRelated(user.Id, used.Id));
        Assert.True(relations.IsRelated(used.Id, RelationDirectionFilter.Child, null, null));
        Assert.False(relations.IsRelated(used.Id, RelationDirectionFilter.Parent, null, null));
        var relation = Assert.Single(relations.GetByParentId(user.Id)!);
        Assert.Equal(Constants.ObjectTypes.Document, relation.ChildObjectType);
        var parents = relations.GetPagedParentEntitiesByChildId(
            used.Id,
            0,
            10,
            out var total,
            UmbracoObjectTypes.Document
        );
        Assert.Equal(1, total);
        Assert.Equal(user.Key, Assert.Single(parents).Key);
        relations.Delete(relation);
        Assert.Empty(relations.GetByChildId(used.Id));
    }

    [Fact]
    public async Task SaveBulk_ThenDeleteByParent_RemovesTheKindOnly()
    {
        var (user, used) = await TwoAsync("bulk");
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        var types = cms.Get<IRelationTypeRepository>()
            .GetMany(Array.Empty<int>())
            .ToDictionary(type => type.Alias, StringComparer.Ordinal);
        var relations = cms.Get<IRelationRepository>();
        relations.SaveBulk([
            new ReadOnlyRelation(user.Id, used.Id, types[Constants.Conventions.RelationTypes.RelatedDocumentAlias].Id),
            new ReadOnlyRelation(user.Id, used.Id, types[Constants.Conventions.RelationTypes.RelatedMediaAlias].Id),
        ]);

        relations.DeleteByParent(user.Id, Constants.Conventions.RelationTypes.RelatedMediaAlias);

        var left = Assert.Single(relations.GetMany(), relation => relation.ParentId == user.Id);
        Assert.Equal(Constants.Conventions.RelationTypes.RelatedDocumentAlias, left.RelationType.Alias);
    }

    [Fact]
    public async Task References_OfAnItem_NameWhatDependsOnIt()
    {
        var (user, used) = await TwoAsync("referenced");
        cms.Get<IRelationService>().Relate(user.Id, used.Id, Constants.Conventions.RelationTypes.RelatedDocumentAlias);
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        var references = cms.Get<ITrackedReferencesRepository>();

        var usedBy = references.GetPagedRelationsForItem(
            used.Key,
            0,
            10,
            filterMustBeIsDependency: true,
            out var users
        );
        var ofUser = references.GetPagedRelationsForItem(user.Key, 0, 10, filterMustBeIsDependency: true, out var none);
        var listed = references.GetPagedItemsWithRelations(
            new HashSet<Guid> { user.Key, used.Key },
            0,
            10,
            filterMustBeIsDependency: true,
            out _
        );
        var dependants = await references.GetPagedNodeKeysWithDependantReferencesAsync(
            new HashSet<Guid> { user.Key, used.Key },
            Constants.ObjectTypes.Document,
            0,
            10
        );

        var item = Assert.Single(usedBy);
        Assert.Equal(1, users);
        Assert.Equal(
            (user.Key, "Ползва referenced", Constants.UdiEntityType.Document),
            (item.NodeKey, item.NodeName, item.NodeType)
        );
        Assert.Equal("referenced", item.ContentTypeAlias);
        Assert.Equal(0, none);
        Assert.Empty(ofUser);
        Assert.Equal(used.Key, Assert.Single(listed).NodeKey);
        Assert.Equal([used.Key], dependants.Items);
    }

    private async Task<(IContent User, IContent Used)> TwoAsync(string alias)
    {
        var type = await _site.TypeAsync(alias);
        return (_site.Saved(type, $"Ползва {alias}"), _site.Saved(type, $"Ползвана {alias}"));
    }
}
