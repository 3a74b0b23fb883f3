using System.Collections.Concurrent;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// When which item became out of date, on a clock of our own that only counts. A reader notes the moment before it
/// reads from storage; what it read is worth keeping only if nothing touched the item since. So a slow reader never
/// puts back what a publish has just replaced.
/// </summary>
internal sealed class Invalidations
{
    private readonly ConcurrentDictionary<Guid, long> _byKey = new();
    private long _clock;
    private long _everything;

    public long Now => Interlocked.Read(ref _clock);

    public void Invalidate(Guid key)
    {
        var moment = Interlocked.Increment(ref _clock);
        _byKey.AddOrUpdate(
            key,
            static (_, moment) => moment,
            static (_, known, moment) => Math.Max(known, moment),
            moment
        );
    }

    public void InvalidateAll()
    {
        // Moments of single items are kept: one may be newer than this one.
        var moment = Interlocked.Increment(ref _clock);
        long known;
        while ((known = Interlocked.Read(ref _everything)) < moment)
        {
            Interlocked.CompareExchange(ref _everything, moment, known);
        }
    }

    public bool IsCurrent(Guid key, long readAt) =>
        readAt >= Interlocked.Read(ref _everything) && (!_byKey.TryGetValue(key, out var touched) || readAt >= touched);
}
