using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Queries;
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

    public IRelationType? Get(int id) => All().FirstOrDefault(type => type.Id == id);

    public IRelationType? Get(Guid id) => All().FirstOrDefault(type => type.Key == id);

    public IEnumerable<IRelationType> GetMany(params int[]? ids) =>
        ids is { Length: > 0 } ? [.. All().Where(type => ids.Contains(type.Id))] : All();

    IEnumerable<IRelationType> IReadRepository<Guid, IRelationType>.GetMany(params Guid[]? ids) =>
        ids is { Length: > 0 } ? [.. All().Where(type => ids.Contains(type.Key))] : All();

    public bool Exists(int id) => Get(id) is not null;

    public bool Exists(Guid id) => Get(id) is not null;

    public IEnumerable<IRelationType> Get(IQuery<IRelationType> query) => [.. All().Matching(query)];

    public int Count(IQuery<IRelationType>? query) => query is null ? All().Count : All().Matching(query).Count();

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

    private IReadOnlyList<IRelationType> All() =>
        cache.Get(
            AllKey,
            () =>
            {
                var types = new DeepCloneableList<IRelationType>();
                foreach (var row in Db.Set<RelationTypeRow>().OrderBy(row => row.Id))
                {
                    types.Add(ToModel(row));
                }

                return types;
            }
        )!;

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

    private static RelationType ToModel(RelationTypeRow row)
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
