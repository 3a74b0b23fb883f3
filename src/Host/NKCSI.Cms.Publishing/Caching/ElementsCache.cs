using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core.Cache;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// Values that depend on several items (a picker's target, a block's picture), kept until any item changes: Core's
/// refreshers clear it then. Clearing starts a new generation, so a value that was being made from what has just
/// changed ends in the old one. Bounded: a full generation is given up as a whole.
/// </summary>
internal sealed class ElementsCache : IAppCache
{
    private const int MaximumEntries = 50_000;
    private Generation _current = new();

    /// <summary>Stands for the current generation: a value made under another one is out of date.</summary>
    public object Lifetime => Volatile.Read(ref _current);

    public object? Get(string key) => Volatile.Read(ref _current).Values.Get(key);

    public object? Get(string key, Func<object?> factory)
    {
        var generation = Volatile.Read(ref _current);
        if (generation.Values.Get(key) is { } known)
        {
            return known;
        }

        if (Interlocked.Increment(ref generation.Entries) > MaximumEntries)
        {
            Clear();
        }

        return generation.Values.Get(key, factory);
    }

    public IEnumerable<object?> SearchByKey(string keyStartsWith) =>
        Volatile.Read(ref _current).Values.SearchByKey(keyStartsWith);

    public IEnumerable<object?> SearchByRegex(string regex) => Volatile.Read(ref _current).Values.SearchByRegex(regex);

    public void Clear() => Volatile.Write(ref _current, new Generation());

    // Parts cannot be cleared safely while others are being made: every one of these starts a new generation.
    public void Clear(string key) => Clear();

    public void ClearOfType(Type type) => Clear();

    public void ClearOfType<T>() => Clear();

    public void ClearOfType<T>(Func<string, T, bool> predicate) => Clear();

    public void ClearByKey(string keyStartsWith) => Clear();

    public void ClearByRegex(string regex) => Clear();

    private sealed class Generation
    {
        [SuppressMessage(
            "Design",
            "CA1051:Do not declare visible instance fields",
            Justification = "Counted by Interlocked, which needs a field."
        )]
        public int Entries;

        public FastDictionaryAppCache Values { get; } = new();
    }
}
