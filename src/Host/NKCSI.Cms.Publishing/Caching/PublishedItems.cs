using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Scoping;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// Published items of one kind, loaded on demand and kept in bounded memory. Readers that miss the same item wait for
/// one load; lists are loaded together. An item that changed after it was read is never served.
/// </summary>
internal sealed class PublishedItems : IDisposable
{
    private const int LoadAttempts = 3;

    /// <summary>Looks into memory and nowhere else.</summary>
    private static readonly HybridCacheEntryOptions OnlyLook = new()
    {
        Flags =
            HybridCacheEntryFlags.DisableUnderlyingData
            | HybridCacheEntryFlags.DisableLocalCacheWrite
            | HybridCacheEntryFlags.DisableDistributedCache,
    };

    private readonly IItemSource _source;
    private readonly PublishedItemBuilder _builder;
    private readonly ContentModelVersion _model;
    private readonly ICoreScopeProvider _scopes;
    private readonly MemoryCache _memory;
    private readonly ServiceProvider _cacheServices;
    private readonly HybridCache _cache;
    private readonly HybridCacheEntryOptions _keep;
    private readonly Invalidations _invalidations = new();

    // Whoever needs a list of items that are not there waits for whoever is loading one: usually it is the same list.
    private readonly Lock _loadingMany = new();

    public PublishedItems(
        IItemSource source,
        PublishedItemBuilder builder,
        ContentModelVersion model,
        ICoreScopeProvider scopes,
        int maximumItems,
        TimeSpan duration
    )
    {
        _source = source;
        _builder = builder;
        _model = model;
        _scopes = scopes;
        _keep = new HybridCacheEntryOptions { Expiration = duration, LocalCacheExpiration = duration };

        // A cache of its own: the application's memory cache has no bound, and no other node may be asked for items,
        // since each node hears of changes by itself.
        _memory = new MemoryCache(new MemoryCacheOptions { SizeLimit = maximumItems });
        var services = new ServiceCollection();
        services.AddSingleton<IMemoryCache>(_memory);
        services.AddHybridCache().AddSerializer<CachedItem, CountedEntries>();
        _cacheServices = services.BuildServiceProvider();
        _cache = _cacheServices.GetRequiredService<HybridCache>();
    }

    public int Count => _memory.Count;

    /// <summary>The item if it is in memory and up to date; false means that it must be asked for.</summary>
    public bool TryGetCached(Guid key, bool draft, out IPublishedContent? item)
    {
        item = null;
        if (!TryLook(key, draft, out var held))
        {
            return false;
        }

        item = Visible(held.Item, key, draft);
        return true;
    }

    public async ValueTask<IPublishedContent?> GetAsync(Guid key, bool draft)
    {
        if (!draft && !_source.IsReachable(key))
        {
            return null;
        }

        if (IsInsideScope)
        {
            return TryLook(key, draft, out var held) ? held.Item : Read([key], draft).FirstOrDefault().Item?.Item;
        }

        if (!_source.Knows(key))
        {
            return null;
        }

        for (var attempt = 0; attempt < LoadAttempts; attempt++)
        {
            var held = await _cache.GetOrCreateAsync(
                EntryKey(key, draft),
                (Items: this, Key: key, Draft: draft),
                static (wanted, _) => ValueTask.FromResult(wanted.Items.ReadOne(wanted.Key, wanted.Draft)),
                _keep
            );
            if (IsCurrent(key, held))
            {
                return held.Item;
            }

            // Read, or joined while being read, before the last change.
            await _cache.RemoveAsync(EntryKey(key, draft));
        }

        return ReadOne(key, draft).Item;
    }

    /// <summary>Items in the order asked for, without those that have no such form or may not be seen.</summary>
    /// <remarks>
    /// Synchronous, since storage is and Core waits for lists without awaiting: a waiting reader then needs no second
    /// thread to go on.
    /// </remarks>
    public IReadOnlyList<IPublishedContent> GetMany(IReadOnlyCollection<Guid> keys, bool draft)
    {
        var found = new Dictionary<Guid, IPublishedContent?>(keys.Count);
        var missing = Look(keys, draft, found);
        if (missing.Count > 0 && IsInsideScope)
        {
            foreach (var (key, read) in Read(missing, draft))
            {
                found[key] = read.Item;
            }
        }
        else if (missing.Count > 0)
        {
            lock (_loadingMany)
            {
                missing = Look(missing.FindAll(_source.Knows), draft, found);
                foreach (var (key, read) in missing.Count > 0 ? Read(missing, draft) : [])
                {
                    found[key] = read.Item;
                    SynchronousReads.Finish(_cache.SetAsync(EntryKey(key, draft), read, _keep));
                }
            }
        }

        var items = new List<IPublishedContent>(keys.Count);
        foreach (var key in keys)
        {
            if (Visible(found.GetValueOrDefault(key), key, draft) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    public void Invalidate(Guid key) => _invalidations.Invalidate(key);

    public void InvalidateAll() => _invalidations.InvalidateAll();

    public void Dispose()
    {
        _cacheServices.Dispose();
        _memory.Dispose();
    }

    /// <summary>
    /// Inside a scope storage shows what is not committed and may never be: it is read for this caller and not kept.
    /// Nor may the caller wait for another reader, who may be waiting for this very transaction.
    /// </summary>
    private bool IsInsideScope => _scopes.Context is not null;

    private List<Guid> Look(IEnumerable<Guid> keys, bool draft, Dictionary<Guid, IPublishedContent?> found)
    {
        var missing = new List<Guid>();
        foreach (var key in keys.Distinct())
        {
            if (TryLook(key, draft, out var held))
            {
                found[key] = held.Item;
            }
            else
            {
                missing.Add(key);
            }
        }

        return missing;
    }

    private bool TryLook(Guid key, bool draft, out CachedItem held)
    {
        var entryKey = EntryKey(key, draft);
        held = null!;
        if (!_memory.TryGetValue(entryKey, out _))
        {
            return false;
        }

        var looked = _cache.GetOrCreateAsync<CachedItem?>(
            entryKey,
            static _ => ValueTask.FromResult<CachedItem?>(null),
            OnlyLook
        );
        if (!looked.IsCompletedSuccessfully || looked.Result is not { } known || !IsCurrent(key, known))
        {
            return false;
        }

        held = known;
        return true;
    }

    private bool IsCurrent(Guid key, CachedItem held) =>
        held.ModelVersion == _model.Current && _invalidations.IsCurrent(key, held.ReadAt);

    private IPublishedContent? Visible(IPublishedContent? item, Guid key, bool draft) =>
        item is not null && (draft || _source.IsReachable(key)) ? item : null;

    private CachedItem ReadOne(Guid key, bool draft) => Read([key], draft)[0].Item;

    private List<(Guid Key, CachedItem Item)> Read(IReadOnlyList<Guid> keys, bool draft)
    {
        var readAt = _invalidations.Now;
        var model = _model.Current;
        var byKey = _source.Load(keys, draft).ToDictionary(snapshot => snapshot.Key);
        return
        [
            .. keys.Select(key =>
                (
                    key,
                    new CachedItem(
                        byKey.TryGetValue(key, out var snapshot)
                            ? _builder.Build(_source.ItemType, snapshot, draft)
                            : null,
                        readAt,
                        model
                    )
                )
            ),
        ];
    }

    private static string EntryKey(Guid key, bool draft) => draft ? $"{key:N}+" : $"{key:N}";
}
