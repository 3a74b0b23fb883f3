namespace NKCSI.Cms.Sync.Import;

/// <summary>Orders items so that each comes after those it stands on, otherwise as given.</summary>
internal static class ParentsFirst
{
    /// <param name="items">Items in the preferred order.</param>
    /// <param name="dependencies">What must come before an item; items outside the list are no matter.</param>
    /// <param name="onCycle">Told of an item that, in the end, stands on itself; it keeps its place.</param>
    public static List<TItem> Order<TItem>(
        IReadOnlyCollection<TItem> items,
        Func<TItem, IEnumerable<TItem>> dependencies,
        Action<TItem> onCycle
    )
        where TItem : class
    {
        var ordered = new List<TItem>(items.Count);
        var open = new HashSet<TItem>(ReferenceEqualityComparer.Instance);
        var done = new HashSet<TItem>(ReferenceEqualityComparer.Instance);
        foreach (var item in items)
        {
            Visit(item);
        }
        return ordered;

        void Visit(TItem item)
        {
            if (done.Contains(item))
            {
                return;
            }
            if (!open.Add(item))
            {
                onCycle(item);
                return;
            }
            foreach (var dependency in dependencies(item))
            {
                Visit(dependency);
            }
            open.Remove(item);
            if (done.Add(item))
            {
                ordered.Add(item);
            }
        }
    }
}
