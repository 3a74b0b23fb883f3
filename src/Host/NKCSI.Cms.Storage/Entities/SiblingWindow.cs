namespace NKCSI.Cms.Storage.Entities;

/// <summary>The part of a list of siblings that a tree shows around one of them.</summary>
/// <param name="Target">The key of the one that the tree looks at.</param>
/// <param name="Before">How many are shown before it.</param>
/// <param name="After">How many are shown after it.</param>
internal sealed record SiblingWindow(Guid Target, int Before, int After)
{
    /// <summary>The keys in the window, none if the target is not among the siblings.</summary>
    /// <param name="siblings">All siblings in order.</param>
    /// <param name="hiddenBefore">How many more there are before the window.</param>
    /// <param name="hiddenAfter">How many more there are after the window.</param>
    public Guid[] Cut(List<Guid> siblings, out long hiddenBefore, out long hiddenAfter)
    {
        var position = siblings.IndexOf(Target);
        if (position < 0)
        {
            hiddenBefore = 0;
            hiddenAfter = 0;
            return [];
        }

        var first = Math.Max(0, position - Before);
        var last = Math.Min(siblings.Count - 1, position + After);
        hiddenBefore = first;
        hiddenAfter = siblings.Count - 1 - last;
        return [.. siblings[first..(last + 1)]];
    }
}
