using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Entities;

/// <summary>
/// Light entities of everything that is a node: for trees, pickers and paths. Nothing is cached: the lists differ with
/// every click, and one statement answers each.
/// </summary>
internal sealed class EntityRepository(ScopedDatabase database, TimeProvider clock) : IEntityRepository
{
    private const string ReservedName = "RESERVED.ID";

    private DbSet<NodeRow> Nodes => database.Context.Set<NodeRow>();

    public IEntitySlim? Get(int id) => Single(Nodes.Where(node => node.Id == id));

    public IEntitySlim? Get(Guid key) => Single(Nodes.Where(node => node.Key == key));

    public IEntitySlim? Get(int id, Guid objectTypeId) =>
        Single(Nodes.Where(node => node.Id == id && node.ObjectType == objectTypeId));

    public IEntitySlim? Get(Guid key, Guid objectTypeId) =>
        Single(Nodes.Where(node => node.Key == key && node.ObjectType == objectTypeId));

    public IEnumerable<IEntitySlim> GetAll(Guid objectType, params int[] ids) =>
        List(Among(OfType(objectType), ids), [objectType]);

    public IEnumerable<IEntitySlim> GetAll(Guid objectType, params Guid[] keys) =>
        List(Among(OfType(objectType), keys), [objectType]);

    public IEnumerable<IEntitySlim> GetByQuery(IQuery<IUmbracoEntity> query) =>
        List(EntityQueries.Filter.Apply(Nodes, query), []);

    public IEnumerable<IEntitySlim> GetByQuery(IQuery<IUmbracoEntity> query, Guid objectType) =>
        List(EntityQueries.Filter.Apply(OfType(objectType), query), [objectType]);

    public IEnumerable<IEntitySlim> GetPagedResultsByQuery(
        IQuery<IUmbracoEntity> query,
        ISet<Guid> objectTypes,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        IQuery<IUmbracoEntity>? filter,
        Ordering? ordering
    )
    {
        var nodes = Filtered(objectTypes, query, filter);
        totalRecords = nodes.Count();
        return pageSize == 0 || totalRecords == 0
            ? []
            : Load(
                database
                    .Context.WithDetails(nodes, [.. objectTypes])
                    .InOrder(ordering)
                    .Skip((int)(pageIndex * pageSize))
                    .Take(pageSize)
            );
    }

    public int CountByQuery(
        IQuery<IUmbracoEntity> query,
        IEnumerable<Guid> objectTypes,
        IQuery<IUmbracoEntity>? filter
    ) => Filtered([.. objectTypes], query, filter).Count();

    public IEnumerable<IEntitySlim> GetSiblings(
        ISet<Guid> objectTypes,
        Guid targetKey,
        int before,
        int after,
        IQuery<IUmbracoEntity>? filter,
        Ordering ordering,
        out long totalBefore,
        out long totalAfter
    ) =>
        Siblings(
            trashed: false,
            objectTypes,
            new SiblingWindow(targetKey, before, after),
            filter,
            ordering,
            out totalBefore,
            out totalAfter
        );

    public IEnumerable<IEntitySlim> GetTrashedSiblings(
        ISet<Guid> objectTypes,
        Guid targetKey,
        int before,
        int after,
        IQuery<IUmbracoEntity>? filter,
        Ordering ordering,
        out long totalBefore,
        out long totalAfter
    ) =>
        Siblings(
            trashed: true,
            objectTypes,
            new SiblingWindow(targetKey, before, after),
            filter,
            ordering,
            out totalBefore,
            out totalAfter
        );

    public UmbracoObjectTypes GetObjectType(int id) =>
        ToObjectType(Nodes.Where(node => node.Id == id).Select(node => node.ObjectType).SingleOrDefault());

    public UmbracoObjectTypes GetObjectType(Guid key) =>
        ToObjectType(Nodes.Where(node => node.Key == key).Select(node => node.ObjectType).SingleOrDefault());

    public int ReserveId(Guid key)
    {
        if (Exists(key, Constants.ObjectTypes.IdReservation))
        {
            throw new InvalidOperationException($"An id has already been reserved for {key}.");
        }

        var node = new NodeRow
        {
            Key = key,
            Name = ReservedName,
            ObjectType = Constants.ObjectTypes.IdReservation,
            ParentId = Constants.System.Root,
            Path = Constants.System.RootString,
            Level = 1,
            CreateDate = clock.GetUtcNow().UtcDateTime,
        };
        database.Context.Insert(node);
        return node.Id;
    }

    public IEnumerable<TreeEntityPath> GetAllPaths(Guid objectType, params int[]? ids) =>
        Paths(Among(OfType(objectType), ids ?? []));

    public IEnumerable<TreeEntityPath> GetAllPaths(Guid objectType, params Guid[] keys) =>
        Paths(Among(OfType(objectType), keys));

    public bool Exists(int id) => Nodes.Any(node => node.Id == id);

    public bool Exists(Guid key) => Nodes.Any(node => node.Key == key);

    public bool Exists(IEnumerable<Guid> keys)
    {
        var distinct = keys.Distinct().ToArray();
        return Nodes.Count(node => EF.Parameter(distinct).Contains(node.Key)) == distinct.Length;
    }

    public bool Exists(Guid key, Guid objectType) =>
        Nodes.Any(node => node.Key == key && node.ObjectType == objectType);

    public bool Exists(int id, Guid objectType) => Nodes.Any(node => node.Id == id && node.ObjectType == objectType);

    private static UmbracoObjectTypes ToObjectType(Guid? objectType) =>
        objectType is { } known ? ObjectTypes.GetUmbracoObjectType(known) : UmbracoObjectTypes.Unknown;

    private static List<TreeEntityPath> Paths(IQueryable<NodeRow> nodes) =>
        [
            .. nodes
                .OrderBy(node => node.Id)
                .Select(node => new TreeEntityPath
                {
                    Id = node.Id,
                    Key = node.Key,
                    Path = node.Path,
                }),
        ];

    private static IQueryable<NodeRow> Among(IQueryable<NodeRow> nodes, int[] ids) =>
        ids.Length == 0 ? nodes : nodes.Where(node => EF.Parameter(ids).Contains(node.Id));

    private static IQueryable<NodeRow> Among(IQueryable<NodeRow> nodes, Guid[] keys) =>
        keys.Length == 0 ? nodes : nodes.Where(node => EF.Parameter(keys).Contains(node.Key));

    private IQueryable<NodeRow> OfType(Guid objectType) => Nodes.Where(node => node.ObjectType == objectType);

    private IQueryable<NodeRow> OfTypes(ICollection<Guid> objectTypes) =>
        Nodes.Where(node => objectTypes.Contains(node.ObjectType!.Value));

    private IQueryable<NodeRow> Filtered(
        ICollection<Guid> objectTypes,
        IQuery<IUmbracoEntity>? query,
        IQuery<IUmbracoEntity>? filter
    ) => EntityQueries.Filter.Apply(EntityQueries.Filter.Apply(OfTypes(objectTypes), query), filter);

    private EntitySlim? Single(IQueryable<NodeRow> nodes) => List(nodes, []).SingleOrDefault();

    private List<EntitySlim> List(IQueryable<NodeRow> nodes, IReadOnlyCollection<Guid> listed) =>
        Load(database.Context.WithDetails(nodes, listed).InOrder(ordering: null));

    private List<EntitySlim> Load(IQueryable<EntityDetails> details)
    {
        var entities = details.AsEnumerable().Select(EntityFactory.Create).ToList();
        database.Context.LoadCultures(entities);
        return entities;
    }

    private List<EntitySlim> Siblings(
        bool trashed,
        ISet<Guid> objectTypes,
        SiblingWindow window,
        IQuery<IUmbracoEntity>? filter,
        Ordering ordering,
        out long totalBefore,
        out long totalAfter
    )
    {
        var parents = Nodes.Where(node => node.Key == window.Target).Select(node => node.ParentId);
        var siblings = EntityQueries
            .Filter.Apply(OfTypes(objectTypes), filter)
            .Where(node => node.Trashed == trashed && parents.Contains(node.ParentId));
        // Only the keys of all siblings are read; what is shown of them is loaded for the window alone.
        var keys = database
            .Context.WithDetails(siblings, [.. objectTypes])
            .InOrder(ordering)
            .Select(entity => entity.Node.Key)
            .ToList();
        var shown = window.Cut(keys, out totalBefore, out totalAfter);
        return shown.Length == 0
            ? []
            : Load(
                database.Context.WithDetails(Among(OfTypes(objectTypes), shown), [.. objectTypes]).InOrder(ordering)
            );
    }
}
