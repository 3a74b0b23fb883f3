using NKCSI.Cms.Storage.Queries;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;

namespace NKCSI.Cms.Storage.Caching;

/// <summary>
/// All entities of a small kind, as one cache entry. The entry itself is not cloneable, so the cache keeps it as it is;
/// what is handed out is cloned here, and only that.
/// </summary>
internal sealed class EntitySet<T>
    where T : class, IEntity
{
    private readonly Dictionary<int, T> _byId;
    private readonly Dictionary<Guid, T> _byKey;

    public EntitySet(IEnumerable<T> entities)
    {
        Originals = [.. entities];
        _byId = Originals.ToDictionary(entity => entity.Id);
        _byKey = Originals.ToDictionary(entity => entity.Key);
    }

    /// <summary>The entities in their order. They belong to the cache: read them, never hand them out or change them.</summary>
    public IReadOnlyList<T> Originals { get; }

    public bool Has(int id) => _byId.ContainsKey(id);

    public bool Has(Guid key) => _byKey.ContainsKey(key);

    public T? Find(int id) => _byId.TryGetValue(id, out var found) ? Clone(found) : null;

    public T? Find(Guid key) => _byKey.TryGetValue(key, out var found) ? Clone(found) : null;

    public T? Find(Func<T, bool> condition) => Originals.FirstOrDefault(condition) is { } found ? Clone(found) : null;

    /// <summary>Those with the ids; all when no id is given.</summary>
    public IReadOnlyList<T> Many(IReadOnlyCollection<int>? ids) =>
        ids is { Count: > 0 } ? Clone(Originals.Where(entity => ids.Contains(entity.Id))) : Clone(Originals);

    /// <summary>Those with the keys; all when no key is given.</summary>
    public IReadOnlyList<T> Many(IReadOnlyCollection<Guid>? keys) =>
        keys is { Count: > 0 } ? Clone(Originals.Where(entity => keys.Contains(entity.Key))) : Clone(Originals);

    public IReadOnlyList<T> Matching(IQuery<T> query) => Clone(Originals.Matching(query));

    public IReadOnlyList<T> Where(Func<T, bool> condition) => Clone(Originals.Where(condition));

    public int Count(IQuery<T>? query) => query is null ? Originals.Count : Originals.Matching(query).Count();

    public static IReadOnlyList<T> Clone(IEnumerable<T> originals) => [.. originals.Select(Clone)];

    private static T Clone(T original)
    {
        var clone = (T)original.DeepClone();
        if (clone is IRememberBeingDirty tracking)
        {
            tracking.ResetDirtyProperties(rememberDirty: false);
        }

        return clone;
    }
}
