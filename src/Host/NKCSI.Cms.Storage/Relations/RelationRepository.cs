using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Relations;

/// <summary>Core's door to relations between nodes. Of automatic ones the parent is the item that refers.</summary>
internal sealed class RelationRepository(ScopedDatabase database, IRelationTypeRepository types, TimeProvider clock)
    : IRelationRepository
{
    private static readonly RowFilter<IRelation, RelationRecord> Filter = new RowFilter<IRelation, RelationRecord>()
        .Map(nameof(IRelation.Id), row => row.Relation.Id)
        .Map(nameof(IRelation.ParentId), row => row.Relation.ParentId)
        .Map(nameof(IRelation.ChildId), row => row.Relation.ChildId)
        .Map(nameof(IRelation.RelationTypeId), row => row.Relation.RelationTypeId)
        .Map(nameof(IRelation.CreateDate), row => row.Relation.CreateDate)
        .Map(nameof(IRelation.Comment), row => row.Relation.Comment);

    private CmsDbContext Db => database.Context;

    public IRelation? Get(int id) => GetMany(id).FirstOrDefault();

    public IEnumerable<IRelation> GetMany(params int[]? ids) =>
        Read(
            ids is { Length: > 0 } ? Relations().Where(row => EF.Parameter(ids).Contains(row.Relation.Id)) : Relations()
        );

    public bool Exists(int id) => Db.Set<RelationRow>().Any(row => row.Id == id);

    public IEnumerable<IRelation> Get(IQuery<IRelation> query) => Read(Filter.Apply(Relations(), query));

    public int Count(IQuery<IRelation>? query) => Filter.Apply(Relations(), query).Count();

    public void Save(IRelation entity) => Save([entity]);

    public void Save(IEnumerable<IRelation> relations)
    {
        var saved = relations.ToList();
        foreach (var relation in saved)
        {
            if (relation.HasIdentity)
            {
                relation.UpdatingEntity();
                Db.Replace(ToRow(relation));
            }
            else
            {
                relation.AddingEntity();
                var row = ToRow(relation);
                Db.Insert(row);
                relation.Id = row.Id;
            }
        }

        FillObjectTypes(saved);
        foreach (var relation in saved)
        {
            relation.ResetDirtyProperties();
        }
    }

    public void SaveBulk(IEnumerable<ReadOnlyRelation> relations)
    {
        foreach (var kind in relations.ToLookup(relation => relation.HasIdentity, ToRow))
        {
            if (kind.Key)
            {
                Db.Replace<RelationRow>(kind);
            }
            else
            {
                Db.Insert<RelationRow>(kind);
            }
        }
    }

    public void Delete(IRelation entity)
    {
        Db.Set<RelationRow>().Where(row => row.Id == entity.Id).ExecuteDelete();
        entity.DeleteDate = clock.GetUtcNow().UtcDateTime;
    }

    /// <summary>Deletes the relations of a parent; of all kinds when none is named.</summary>
    public void DeleteByParent(int parentId, params string[] relationTypeAliases)
    {
        var rows = Db.Set<RelationRow>().Where(row => row.ParentId == parentId);
        if (relationTypeAliases.Length > 0)
        {
            rows = rows.Where(row =>
                Db.Set<RelationTypeRow>()
                    .Any(type => type.Id == row.RelationTypeId && relationTypeAliases.Contains(type.Alias))
            );
        }

        rows.ExecuteDelete();
    }

    public IEnumerable<IRelation> GetPagedRelationsByQuery(
        IQuery<IRelation>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        Ordering? ordering
    )
    {
        var matching = Filter.Apply(Relations(), query);
        totalRecords = matching.LongCount();
        return Read(Ordered(matching, ordering).Skip(checked((int)(pageIndex * pageSize))).Take(pageSize));
    }

    public Task<PagedModel<IRelation>> GetPagedByChildKeyAsync(
        Guid childKey,
        int skip,
        int take,
        string? relationTypeAlias
    )
    {
        var matching = Relations().Where(row => row.Child.Key == childKey);
        if (!string.IsNullOrEmpty(relationTypeAlias))
        {
            matching = matching.Where(row => row.Type.Alias == relationTypeAlias);
        }

        var page = Read(matching.OrderBy(row => row.Relation.Id).Skip(skip).Take(take));
        return Task.FromResult(new PagedModel<IRelation>(matching.LongCount(), page));
    }

    /// <summary>The items that refer to the child, as light entities.</summary>
    public IEnumerable<IUmbracoEntity> GetPagedParentEntitiesByChildId(
        int childId,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        params Guid[] entityTypes
    ) =>
        Page(
            Relations().Where(row => row.Relation.ChildId == childId).Select(row => row.Parent),
            entityTypes,
            pageIndex,
            pageSize,
            out totalRecords
        );

    /// <summary>The items that the parent refers to, as light entities.</summary>
    public IEnumerable<IUmbracoEntity> GetPagedChildEntitiesByParentId(
        int parentId,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        params Guid[] entityTypes
    ) =>
        Page(
            Relations().Where(row => row.Relation.ParentId == parentId).Select(row => row.Child),
            entityTypes,
            pageIndex,
            pageSize,
            out totalRecords
        );

    private static IQueryable<RelationRecord> Ordered(IQueryable<RelationRecord> relations, Ordering? ordering)
    {
        var descending = ordering?.Direction == Direction.Descending;
        return ordering?.OrderBy?.ToUpperInvariant() switch
        {
            "PARENTID" => descending
                ? relations.OrderByDescending(row => row.Relation.ParentId)
                : relations.OrderBy(row => row.Relation.ParentId),
            "CHILDID" => descending
                ? relations.OrderByDescending(row => row.Relation.ChildId)
                : relations.OrderBy(row => row.Relation.ChildId),
            "DATETIME" or "CREATEDATE" => descending
                ? relations.OrderByDescending(row => row.Relation.CreateDate)
                : relations.OrderBy(row => row.Relation.CreateDate),
            _ => descending
                ? relations.OrderByDescending(row => row.Relation.Id)
                : relations.OrderBy(row => row.Relation.Id),
        };
    }

    private static IEnumerable<IUmbracoEntity> Page(
        IQueryable<NodeRow> nodes,
        Guid[] entityTypes,
        long pageIndex,
        int pageSize,
        out long totalRecords
    )
    {
        var matching = (
            entityTypes.Length == 0
                ? nodes
                : nodes.Where(node => EF.Parameter(entityTypes).Contains(node.ObjectType!.Value))
        ).Distinct();
        totalRecords = matching.LongCount();
        return
        [
            .. matching
                .OrderBy(node => node.Id)
                .Skip(checked((int)(pageIndex * pageSize)))
                .Take(pageSize)
                .AsEnumerable()
                .Select(node => new EntitySlim
                {
                    Id = node.Id,
                    Key = node.Key,
                    Name = node.Name,
                    ParentId = node.ParentId,
                    Path = node.Path,
                    Level = node.Level,
                    SortOrder = node.SortOrder,
                    Trashed = node.Trashed,
                    CreatorId = node.UserId ?? Constants.Security.UnknownUserId,
                    CreateDate = node.CreateDate,
                    NodeObjectType = node.ObjectType ?? Guid.Empty,
                }),
        ];
    }

    private IQueryable<RelationRecord> Relations() =>
        from relation in Db.Set<RelationRow>()
        join type in Db.Set<RelationTypeRow>() on relation.RelationTypeId equals type.Id
        join parent in Db.Set<NodeRow>() on relation.ParentId equals parent.Id
        join child in Db.Set<NodeRow>() on relation.ChildId equals child.Id
        select new RelationRecord
        {
            Relation = relation,
            Type = type,
            Parent = parent,
            Child = child,
        };

    private IReadOnlyList<IRelation> Read(IQueryable<RelationRecord> records)
    {
        var rows = records.ToList();
        if (rows.Count == 0)
        {
            return [];
        }

        var typesById = types.GetMany([.. rows.Select(row => row.Type.Id).Distinct()]).ToDictionary(type => type.Id);
        return
        [
            .. rows.Select(row =>
            {
                var relation = new Relation(
                    row.Parent.Id,
                    row.Child.Id,
                    row.Parent.ObjectType ?? Guid.Empty,
                    row.Child.ObjectType ?? Guid.Empty,
                    typesById[row.Type.Id]
                );
                relation.DisableChangeTracking();
                relation.Id = row.Relation.Id;
                relation.Comment = row.Relation.Comment;
                relation.CreateDate = row.Relation.CreateDate;
                relation.UpdateDate = row.Relation.CreateDate;
                relation.ResetDirtyProperties(false);
                relation.EnableChangeTracking();
                return relation;
            }),
        ];
    }

    private void FillObjectTypes(IReadOnlyCollection<IRelation> relations)
    {
        var ids = relations.SelectMany(relation => new[] { relation.ParentId, relation.ChildId }).Distinct().ToArray();
        var objectTypes = Db.Set<NodeRow>()
            .Where(node => EF.Parameter(ids).Contains(node.Id))
            .ToDictionary(node => node.Id, node => node.ObjectType ?? Guid.Empty);
        foreach (var relation in relations)
        {
            relation.ParentObjectType = objectTypes.GetValueOrDefault(relation.ParentId, relation.ParentObjectType);
            relation.ChildObjectType = objectTypes.GetValueOrDefault(relation.ChildId, relation.ChildObjectType);
        }
    }

    private static RelationRow ToRow(IRelation relation) =>
        new()
        {
            Id = relation.Id,
            ParentId = relation.ParentId,
            ChildId = relation.ChildId,
            RelationTypeId = relation.RelationType.Id,
            CreateDate = relation.CreateDate,
            Comment = relation.Comment ?? string.Empty,
        };

    private static RelationRow ToRow(ReadOnlyRelation relation) =>
        new()
        {
            Id = relation.Id,
            ParentId = relation.ParentId,
            ChildId = relation.ChildId,
            RelationTypeId = relation.RelationTypeId,
            CreateDate = relation.CreateDate,
            Comment = relation.Comment,
        };
}
