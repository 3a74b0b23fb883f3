using System.Buffers;
using Microsoft.Extensions.Caching.Hybrid;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// HybridCache serialises every new entry to learn its size, also one that it keeps as an object and never reads
/// back. Each counts as one, so that the memory's limit is a number of items; no entry leaves the process.
/// </summary>
internal sealed class CountedEntries : IHybridCacheSerializer<CachedItem>
{
    public void Serialize(CachedItem value, IBufferWriter<byte> target)
    {
        target.GetSpan(1)[0] = 0;
        target.Advance(1);
    }

    public CachedItem Deserialize(ReadOnlySequence<byte> source) =>
        throw new InvalidOperationException("Published items are kept as objects and never read back from bytes.");
}
