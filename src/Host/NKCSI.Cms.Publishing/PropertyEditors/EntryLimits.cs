using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Publishing.PropertyEditors;

/// <summary>The refusals of too few and too many entries, worded as in Core's own texts.</summary>
internal static class EntryLimits
{
    /// <param name="texts">Core's texts in the language of the editor's user.</param>
    /// <param name="count">Entries that are there.</param>
    /// <param name="min">Least number; <see langword="null"/> for none.</param>
    /// <param name="max">Greatest number; <see langword="null"/> for none.</param>
    public static IEnumerable<ValidationResult> Check(ILocalizedTextService texts, int count, int? min, int? max)
    {
        if (min is { } least && count < least)
        {
            yield return Refusal(texts, "entriesShort", least, least - count);
        }

        if (max is { } most && count > most)
        {
            yield return Refusal(texts, "entriesExceed", most, count - most);
        }
    }

    private static ValidationResult Refusal(ILocalizedTextService texts, string key, int limit, int difference) =>
        texts.Refuse(
            key,
            limit.ToString(CultureInfo.InvariantCulture),
            difference.ToString(CultureInfo.InvariantCulture)
        );
}
