using Microsoft.Extensions.Caching.Memory;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// Memory for a <see cref="Microsoft.Extensions.Caching.Hybrid.HybridCache" /> that counts entries. HybridCache gives
/// an object that it keeps as it is no size, and a memory cache with a limit refuses entries without one.
/// </summary>
internal sealed class BoundedMemoryCache(int maximumEntries) : IMemoryCache
{
    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = maximumEntries });

    public int Count => _entries.Count;

    public ICacheEntry CreateEntry(object key)
    {
        var entry = _entries.CreateEntry(key);
        entry.Size = 1;
        return entry;
    }

    public void Remove(object key) => _entries.Remove(key);

    public bool TryGetValue(object key, out object? value) => _entries.TryGetValue(key, out value);

    public void Dispose() => _entries.Dispose();
}
