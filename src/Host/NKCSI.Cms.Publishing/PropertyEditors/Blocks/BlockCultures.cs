using Umbraco.Cms.Core.Models.Blocks;

namespace NKCSI.Cms.Publishing.PropertyEditors.Blocks;

/// <summary>
/// One value of a property that does not vary can hold, inside its blocks, values for several cultures. Publishing or
/// saving one culture takes over that culture's values and leaves the others as they are.
/// </summary>
internal static class BlockCultures
{
    /// <param name="source">The value to take from.</param>
    /// <param name="target">The value to keep from; <see langword="null"/> when there is none yet.</param>
    /// <param name="takes">Whether values of that culture (<see langword="null"/>: of none) come from the source.</param>
    /// <param name="arrangement">Whose blocks and layout count: the source's or the target's.</param>
    public static TValue Merge<TValue>(
        TValue source,
        TValue? target,
        Func<string?, bool> takes,
        Arrangement arrangement
    )
        where TValue : BlockValue
    {
        if (target is null)
        {
            return source;
        }

        var (result, other) = arrangement == Arrangement.OfSource ? (source, target) : (target, source);
        var ofResult = arrangement == Arrangement.OfSource ? takes : culture => !takes(culture);
        MergeItems(result.ContentData, other.ContentData, ofResult);
        MergeItems(result.SettingsData, other.SettingsData, ofResult);
        result.Expose =
        [
            .. result.Expose.Where(shown => ofResult(shown.Culture)),
            .. other.Expose.Where(shown =>
                !ofResult(shown.Culture) && result.ContentData.Exists(item => item.Key == shown.ContentKey)
            ),
        ];
        return result;
    }

    private static void MergeItems(List<BlockItemData> result, List<BlockItemData> other, Func<string?, bool> ofResult)
    {
        foreach (var item in result)
        {
            var counterpart = other.Find(candidate => candidate.Key == item.Key);
            item.Values =
            [
                .. item.Values.Where(value => ofResult(value.Culture)),
                .. counterpart?.Values.Where(value => !ofResult(value.Culture)) ?? [],
            ];
        }
    }

    public enum Arrangement
    {
        OfSource,
        OfTarget,
    }
}
