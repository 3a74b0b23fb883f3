using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;

namespace NKCSI.Cms.Storage.Caching;

/// <summary>
/// The cache of a repository: deep clones under Umbraco's own keys in the caches that Core's refreshers clear
/// (contracts/storage/boot.md 4), so that a change on another node reaches them too.
/// </summary>
/// <typeparam name="T">The entity as Core's refreshers name it, such as IContent or ILanguage.</typeparam>
internal sealed class EntityCache<T>(ScopeStack stack, AppCaches appCaches, CommitClock clock)
    where T : class
{
    private CmsScope Scope =>
        stack.Scope ?? throw new InvalidOperationException("A repository was called outside a scope.");

    /// <summary>Umbraco's cache key of an integer id.</summary>
    public static string KeyOf(int id) => RepositoryCacheKeys.GetKey<T, int>(id);

    /// <summary>Umbraco's cache key of a guid.</summary>
    public static string KeyOf(Guid key) => RepositoryCacheKeys.GetGuidKey<T>(key);

    /// <summary>The cached value, or what <paramref name="load"/> gives; null is not remembered.</summary>
    public TValue? Get<TValue>(string cacheKey, Func<TValue?> load)
        where TValue : class
    {
        if (TryGet<TValue>(cacheKey) is { } cached)
        {
            return cached;
        }

        var loaded = load();
        if (loaded is null)
        {
            return null;
        }

        Put(cacheKey, loaded);
        // The loaded instance went into the cache as a clone; the caller may change its own.
        return loaded;
    }

    public TValue? TryGet<TValue>(string cacheKey)
        where TValue : class => Scope.CacheMode == RepositoryCacheMode.None ? null : Current().Get(cacheKey) as TValue;

    public void Put<TValue>(string cacheKey, TValue value)
        where TValue : class
    {
        var scope = Scope;
        if (scope.CacheMode == RepositoryCacheMode.None)
        {
            return;
        }

        if (IsPrivate(scope))
        {
            scope.TouchedCaches.Own<T>().Insert(cacheKey, () => value);
            return;
        }

        lock (clock.Gate)
        {
            if (scope.TouchedCaches.MayShare(typeof(T)))
            {
                appCaches.IsolatedCaches.GetOrCreate<T>().Insert(cacheKey, () => value);
            }
        }
    }

    /// <summary>To be called by every write: the entity's entries are stale.</summary>
    public void Evict(int id, Guid key) => Scope.TouchedCaches.Evict<T>([KeyOf(id), KeyOf(key)]);

    /// <summary>To be called by every write that changes more than one entity can tell.</summary>
    public void EvictAll() => Scope.TouchedCaches.EvictAll<T>();

    private static bool IsPrivate(CmsScope scope) =>
        scope.CacheMode == RepositoryCacheMode.Scoped || scope.TouchedCaches.HasTouched(typeof(T));

    private IAppPolicyCache Current()
    {
        var scope = Scope;
        return IsPrivate(scope) ? scope.TouchedCaches.Own<T>() : appCaches.IsolatedCaches.GetOrCreate<T>();
    }
}
