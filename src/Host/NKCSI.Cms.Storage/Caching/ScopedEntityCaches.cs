using Umbraco.Cms.Core.Cache;

namespace NKCSI.Cms.Storage.Caching;

/// <summary>
/// The caches of one unit of work. A kind of entity that it has written is cached here only, so that nobody sees what
/// may still be rolled back; at the commit the shared entries that it made stale are cleared before the next writer runs.
/// </summary>
internal sealed class ScopedEntityCaches(CommitClock clock) : IDisposable
{
    private readonly IsolatedCaches _own = new(_ => new DeepCloneAppCache(new ObjectCacheAppCache()));
    private readonly Dictionary<Type, HashSet<string>?> _stale = [];
    private long _began;

    /// <summary>Called just before the transaction begins, so that its snapshot is never older than this moment says.</summary>
    public void Begin() => _began = clock.Now;

    public bool HasTouched(Type entity) => _stale.ContainsKey(entity);

    public IAppPolicyCache Own<T>() => _own.GetOrCreate<T>();

    /// <summary>Whether what this unit of work read may go into the shared cache. Call while holding the gate.</summary>
    public bool MayShare(Type entity) => !clock.HasChangedSince(entity, _began);

    /// <summary>The keys are stale for everybody once this unit of work commits, and for itself now.</summary>
    public void Evict<T>(IEnumerable<string> keys)
    {
        var own = _own.GetOrCreate<T>();
        if (!_stale.TryGetValue(typeof(T), out var known))
        {
            _stale[typeof(T)] = known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        }

        foreach (var key in keys)
        {
            own.Clear(key);
            known?.Add(key);
        }
    }

    /// <summary>All entries of the kind are stale.</summary>
    public void EvictAll<T>()
    {
        _own.ClearCache<T>();
        _stale[typeof(T)] = null;
    }

    public void Dispose() => _own.Dispose();

    /// <summary>Clears the shared caches of what was changed. Runs after the commit, before the writer is given up.</summary>
    public void Publish(IsolatedCaches shared)
    {
        lock (clock.Gate)
        {
            foreach (var (entity, keys) in _stale)
            {
                clock.Tick(entity);
                var cache = shared.GetOrCreate(entity);
                if (keys is null)
                {
                    cache.Clear();
                    continue;
                }

                foreach (var key in keys)
                {
                    cache.Clear(key);
                }
            }
        }
    }
}
