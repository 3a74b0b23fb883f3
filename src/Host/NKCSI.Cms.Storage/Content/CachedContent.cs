using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Single items by id and key, from the cache where they are there.</summary>
internal sealed class CachedContent<TModel>(ScopedDatabase database, EntityCache<TModel> cache)
    where TModel : class, IContentBase
{
    /// <summary>The items in the order of the ids.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="isWanted">Whether a cached item is of the right kind: ids are shared by all kinds.</param>
    /// <param name="load">Loads the items that are not cached.</param>
    public IEnumerable<TModel> GetMany(
        IReadOnlyCollection<int> ids,
        Func<TModel, bool> isWanted,
        Func<int[], IReadOnlyList<TModel>> load
    ) => GetMany(ids, EntityCache<TModel>.KeyOf, item => item.Id, isWanted, load);

    /// <summary>The items in the order of the keys.</summary>
    /// <inheritdoc cref="GetMany(IReadOnlyCollection{int}, Func{TModel, bool}, Func{int[], IReadOnlyList{TModel}})"/>
    public IEnumerable<TModel> GetMany(
        IReadOnlyCollection<Guid> keys,
        Func<TModel, bool> isWanted,
        Func<Guid[], IReadOnlyList<TModel>> load
    ) => GetMany(keys, EntityCache<TModel>.KeyOf, item => item.Key, isWanted, load);

    public void Evict(TModel item) => cache.Evict(item.Id, item.Key);

    public void EvictAll() => cache.EvictAll();

    /// <summary>The rows of the items were changed past their writer.</summary>
    public void Evict(IReadOnlyCollection<int> ids)
    {
        var array = ids.ToArray();
        var nodes = database
            .Context.Set<NodeRow>()
            .Where(node => EF.Parameter(array).Contains(node.Id))
            .Select(node => new { node.Id, node.Key })
            .ToList();
        foreach (var node in nodes)
        {
            cache.Evict(node.Id, node.Key);
        }
    }

    private IEnumerable<TModel> GetMany<TId>(
        IReadOnlyCollection<TId> ids,
        Func<TId, string> cacheKeyOf,
        Func<TModel, TId> idOf,
        Func<TModel, bool> isWanted,
        Func<TId[], IReadOnlyList<TModel>> load
    )
        where TId : notnull
    {
        var wanted = ids.Distinct().ToList();
        var found = wanted
            .Select(id => cache.TryGet<TModel>(cacheKeyOf(id)))
            .OfType<TModel>()
            .Where(isWanted)
            .ToDictionary(idOf);
        var missing = wanted.Where(id => !found.ContainsKey(id)).ToArray();
        foreach (var item in missing.Length == 0 ? [] : load(missing))
        {
            found[idOf(item)] = item;
            cache.Put(EntityCache<TModel>.KeyOf(item.Id), item);
            cache.Put(EntityCache<TModel>.KeyOf(item.Key), item);
        }

        return [.. wanted.Where(found.ContainsKey).Select(id => found[id])];
    }
}
