using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Relations;

/// <summary>
/// Where items are used. A relation says that its child is used by its parent; one that works both ways says the
/// reverse too.
/// </summary>
internal sealed class TrackedReferencesRepository(ScopedDatabase database) : ITrackedReferencesRepository
{
    private CmsDbContext Db => database.Context;

    /// <summary>The items that use the item.</summary>
    public IEnumerable<RelationItemModel> GetPagedRelationsForItem(
        Guid key,
        long skip,
        long take,
        bool filterMustBeIsDependency,
        out long totalRecords
    ) => Page(UsersIn(Uses(filterMustBeIsDependency).Where(use => use.Used.Key == key)), skip, take, out totalRecords);

    /// <summary>The items that use something which lies in the recycle bin.</summary>
    public IEnumerable<RelationItemModel> GetPagedRelationsForRecycleBin(
        Guid objectTypeKey,
        long skip,
        long take,
        bool filterMustBeIsDependency,
        out long totalRecords
    ) =>
        Page(
            UsersIn(
                Uses(filterMustBeIsDependency).Where(use => use.Used.Trashed && use.Used.ObjectType == objectTypeKey)
            ),
            skip,
            take,
            out totalRecords
        );

    /// <summary>Those of the items that are used; of all items when no key is given.</summary>
    public IEnumerable<RelationItemModel> GetPagedItemsWithRelations(
        ISet<Guid> keys,
        long skip,
        long take,
        bool filterMustBeIsDependency,
        out long totalRecords
    )
    {
        var uses = Uses(filterMustBeIsDependency);
        return Page(
            UsedIn(keys.Count == 0 ? uses : uses.Where(use => keys.Contains(use.Used.Key))),
            skip,
            take,
            out totalRecords
        );
    }

    /// <summary>The descendants of an item that are used.</summary>
    public IEnumerable<RelationItemModel> GetPagedDescendantsInReferences(
        Guid parentKey,
        long skip,
        long take,
        bool filterMustBeIsDependency,
        out long totalRecords
    )
    {
        var path = Db.Set<NodeRow>().Where(node => node.Key == parentKey).Select(node => node.Path).FirstOrDefault();
        if (path is null)
        {
            totalRecords = 0;
            return [];
        }

        var below = $"{path},";
        return Page(
            UsedIn(Uses(filterMustBeIsDependency).Where(use => use.Used.Path.StartsWith(below))),
            skip,
            take,
            out totalRecords
        );
    }

    /// <summary>The keys among the given ones on which something depends.</summary>
    public Task<PagedModel<Guid>> GetPagedNodeKeysWithDependantReferencesAsync(
        ISet<Guid> keys,
        Guid nodeObjectTypeId,
        long skip,
        long take
    )
    {
        var matching = Uses(onlyDependencies: true)
            .Where(use => use.Used.ObjectType == nodeObjectTypeId && keys.Contains(use.Used.Key))
            .Select(use => use.Used.Key)
            .Distinct();
        var total = matching.LongCount();
        var page = matching.OrderBy(key => key).Skip(checked((int)skip)).Take(checked((int)take)).ToList();
        return Task.FromResult(new PagedModel<Guid>(total, page));
    }

    private IQueryable<Use> Uses(bool onlyDependencies)
    {
        var types = onlyDependencies
            ? Db.Set<RelationTypeRow>().Where(type => type.IsDependency)
            : Db.Set<RelationTypeRow>();
        var forwards =
            from relation in Db.Set<RelationRow>()
            join type in types on relation.RelationTypeId equals type.Id
            select new
            {
                UsedId = relation.ChildId,
                UserId = relation.ParentId,
                TypeId = type.Id,
            };
        var backwards =
            from relation in Db.Set<RelationRow>()
            join type in types on relation.RelationTypeId equals type.Id
            where type.IsBidirectional
            select new
            {
                UsedId = relation.ParentId,
                UserId = relation.ChildId,
                TypeId = type.Id,
            };
        return from use in forwards.Concat(backwards)
            join type in types on use.TypeId equals type.Id
            join used in Db.Set<NodeRow>() on use.UsedId equals used.Id
            join user in Db.Set<NodeRow>() on use.UserId equals user.Id
            select new Use
            {
                Type = type,
                Used = used,
                User = user,
            };
    }

    private static IQueryable<End> UsersIn(IQueryable<Use> uses) =>
        uses.Select(use => new End { Type = use.Type, Node = use.User });

    private static IQueryable<End> UsedIn(IQueryable<Use> uses) =>
        uses.Select(use => new End { Type = use.Type, Node = use.Used });

    /// <summary>Each node once for each kind of relation, by the kinds' aliases.</summary>
    private IReadOnlyList<RelationItemModel> Page(IQueryable<End> ends, long skip, long take, out long totalRecords)
    {
        var items = (
            from end in ends
            join content in Db.Set<ContentRow>() on end.Node.Id equals content.NodeId into contents
            from content in contents.DefaultIfEmpty()
            join type in Db.Set<ContentTypeRow>() on content.ContentTypeId equals type.NodeId into types
            from type in types.DefaultIfEmpty()
            join typeNode in Db.Set<NodeRow>() on type.NodeId equals typeNode.Id into typeNodes
            from typeNode in typeNodes.DefaultIfEmpty()
            join document in Db.Set<DocumentRow>() on end.Node.Id equals document.NodeId into documents
            from document in documents.DefaultIfEmpty()
            select new
            {
                end.Node.Id,
                end.Node.Key,
                end.Node.Name,
                end.Node.ObjectType,
                Published = (bool?)document.Published,
                TypeKey = (Guid?)typeNode.Key,
                TypeName = typeNode.Name,
                type.Alias,
                type.Icon,
                RelationAlias = end.Type.Alias,
                RelationName = end.Type.Name,
                end.Type.IsBidirectional,
                end.Type.IsDependency,
            }
        ).Distinct();
        totalRecords = items.LongCount();
        return
        [
            .. items
                .OrderBy(item => item.RelationAlias)
                .ThenBy(item => item.Id)
                .Skip(checked((int)skip))
                .Take(checked((int)take))
                .AsEnumerable()
                .Select(item => new RelationItemModel
                {
                    NodeKey = item.Key,
                    NodeName = item.Name,
                    NodeType = item.ObjectType is { } objectType ? ObjectTypes.GetUdiType(objectType) : null,
                    NodePublished = item.Published,
                    ContentTypeKey = item.TypeKey ?? Guid.Empty,
                    ContentTypeName = item.TypeName,
                    ContentTypeAlias = item.Alias,
                    ContentTypeIcon = item.Icon,
                    RelationTypeName = item.RelationName,
                    RelationTypeIsBidirectional = item.IsBidirectional,
                    RelationTypeIsDependency = item.IsDependency,
                }),
        ];
    }

    private sealed class End
    {
        public required RelationTypeRow Type { get; init; }

        public required NodeRow Node { get; init; }
    }

    private sealed class Use
    {
        public required RelationTypeRow Type { get; init; }

        public required NodeRow Used { get; init; }

        public required NodeRow User { get; init; }
    }
}
