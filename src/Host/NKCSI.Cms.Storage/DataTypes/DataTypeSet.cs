using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.DataTypes;

/// <summary>All data types, read once and cached.</summary>
internal sealed class DataTypeSet(
    ScopedDatabase database,
    DataTypeFactory factory,
    EntityCache<IDataType> cache,
    TypeCaches typeCaches
)
{
    private static readonly string CacheKey = RepositoryCacheKeys.GetKey<IDataType>() + "set";

    public EntitySet<IDataType> Current => cache.Get(CacheKey, Load)!;

    public void Evict()
    {
        cache.EvictAll();
        // Property types carry the editor alias and the storage type of their data type.
        typeCaches.Evict();
    }

    private EntitySet<IDataType> Load()
    {
        var rows = (
            from dataType in database.Context.Set<DataTypeRow>()
            join node in database.Context.Set<NodeRow>() on dataType.NodeId equals node.Id
            orderby node.Id
            select new { node, dataType }
        ).ToList();
        return new EntitySet<IDataType>(rows.Select(row => factory.ToModel(row.node, row.dataType)));
    }
}
