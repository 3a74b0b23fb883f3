using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Relations;

/// <summary>The kinds of relations. There are few: all are read at once and kept.</summary>
internal sealed class RelationTypeRepository(
    ScopedDatabase database,
    EntityCache<IRelationType> cache,
    TimeProvider clock
) : IRelationTypeRepository
{
    private static readonly string AllKey = $"{RepositoryCacheKeys.GetKey<IRelationType>()}all";

    private CmsDbContext Db => database.Context;

    private EntitySet<IRelationType> All =>
        cache.Get(
            AllKey,
            () =>
                new EntitySet<IRelationType>(
                    Db.Set<RelationTypeRow>().OrderBy(row => row.Id).AsEnumerable().Select(ToModel)
                )
        )!;

    public IRelationType? Get(int id) => All.Find(id);

    public IRelationType? Get(Guid id) => All.Find(id);

    public IEnumerable<IRelationType> GetMany(params int[]? ids) => All.Many(ids);

    IEnumerable<IRelationType> IReadRepository<Guid, IRelationType>.GetMany(params Guid[]? ids) => All.Many(ids);

    public bool Exists(int id) => All.Has(id);

    public bool Exists(Guid id) => All.Has(id);

    public IEnumerable<IRelationType> Get(IQuery<IRelationType> query) => All.Matching(query);

    public int Count(IQuery<IRelationType>? query) => All.Count(query);

    public void Save(IRelationType entity)
    {
        if (entity.HasIdentity)
        {
            entity.UpdatingEntity();
            Db.Replace(ToRow(entity));
        }
        else
        {
            entity.AddingEntity();
            var row = ToRow(entity);
            Db.Insert(row);
            entity.Id = row.Id;
        }

        entity.ResetDirtyProperties();
        cache.EvictAll();
    }

    public void Delete(IRelationType entity)
    {
        Db.Set<RelationRow>().Where(row => row.RelationTypeId == entity.Id).ExecuteDelete();
        Db.Set<RelationTypeRow>().Where(row => row.Id == entity.Id).ExecuteDelete();
        entity.DeleteDate = clock.GetUtcNow().UtcDateTime;
        cache.EvictAll();
    }

    private static RelationTypeRow ToRow(IRelationType entity) =>
        new()
        {
            Id = entity.Id,
            Key = entity.Key,
            Name = entity.Name!,
            Alias = entity.Alias,
            IsBidirectional = entity.IsBidirectional,
            ParentObjectType = entity.ParentObjectType,
            ChildObjectType = entity.ChildObjectType,
            IsDependency = entity is IRelationTypeWithIsDependency { IsDependency: true },
        };

    private static IRelationType ToModel(RelationTypeRow row)
    {
        var type = new RelationType(
            row.Name,
            row.Alias,
            row.IsBidirectional,
            row.ParentObjectType,
            row.ChildObjectType,
            row.IsDependency
        );
        type.DisableChangeTracking();
        type.Id = row.Id;
        type.Key = row.Key;
        type.ResetDirtyProperties(false);
        type.EnableChangeTracking();
        return type;
    }
}
