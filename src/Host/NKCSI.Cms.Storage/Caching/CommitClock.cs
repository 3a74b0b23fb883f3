using System.Collections.Concurrent;

namespace NKCSI.Cms.Storage.Caching;

/// <summary>
/// Counts, per kind of entity, the commits that changed it. A reader may put what it read into the shared cache only if
/// no such commit happened since its snapshot began; otherwise it would put back what the commit has just cleared.
/// </summary>
internal sealed class CommitClock
{
    private readonly ConcurrentDictionary<Type, long> _commits = new();
    private long _now;

    /// <summary>Held while a commit clears the shared caches and while a reader fills them.</summary>
    public Lock Gate { get; } = new();

    public long Now => Interlocked.Read(ref _now);

    public void Tick(Type entity) => _commits[entity] = Interlocked.Increment(ref _now);

    public bool HasChangedSince(Type entity, long moment) => _commits.TryGetValue(entity, out var at) && at > moment;
}
