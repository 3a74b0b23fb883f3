using NKCSI.Cms.Storage.Content;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>A version of a document with its values and names.</summary>
internal sealed record VersionState(
    ContentVersionRow Version,
    bool IsPublished,
    IReadOnlyList<PropertyDataRow> Values,
    IReadOnlyList<ContentVersionCultureRow> Names
);

/// <summary>How a draft differs from the published version.</summary>
/// <param name="IsEdited">Whether it differs at all.</param>
/// <param name="Languages">The languages in which it differs.</param>
internal sealed record Difference(bool IsEdited, IReadOnlySet<int> Languages);

/// <summary>Compares drafts of one type with what is published, by the type's present variation.</summary>
internal sealed class DraftComparison(IContentTypeComposition type, int defaultLanguageId)
{
    private readonly Dictionary<int, bool> _variesByProperty = type.CompositionPropertyTypes.ToDictionary(
        property => property.Id,
        property => property.VariesByCulture()
    );

    public Difference Compare(VersionState? draft, VersionState? published)
    {
        var languages = new HashSet<int>();
        if (draft is null || published is null)
        {
            return new Difference(IsEdited: draft is not null, languages);
        }

        foreach (var languageId in Changed(Values(draft), Values(published)).Select(place => place.LanguageId))
        {
            // A change of what no language owns shows in the default language.
            languages.Add(languageId ?? defaultLanguageId);
        }

        var isRenamed = false;
        if (type.VariesByCulture())
        {
            languages.UnionWith(Changed(Names(draft), Names(published)));
        }
        else
        {
            isRenamed = !string.Equals(draft.Version.Name, published.Version.Name, StringComparison.Ordinal);
        }

        return new Difference(isRenamed || languages.Count > 0, languages);
    }

    /// <summary>The values that count: values of a language for a property that varies, values of none for the others.</summary>
    private Dictionary<ValuePlace, StoredValue> Values(VersionState version) =>
        version
            .Values.Where(row =>
                _variesByProperty.TryGetValue(row.PropertyTypeId, out var varies) && varies == row.LanguageId.HasValue
            )
            .GroupBy(row => new ValuePlace(row.PropertyTypeId, row.LanguageId, row.Segment))
            .Select(group => (group.Key, Value: StoredValue.Of(group.First())))
            .Where(value => value.Value != StoredValue.None)
            .ToDictionary(value => value.Key, value => value.Value);

    private static Dictionary<int, string> Names(VersionState version) =>
        version.Names.ToDictionary(row => row.LanguageId, row => row.Name);

    private static IEnumerable<TPlace> Changed<TPlace, TValue>(
        Dictionary<TPlace, TValue> draft,
        Dictionary<TPlace, TValue> published
    )
        where TPlace : notnull =>
        draft
            .Keys.Union(published.Keys)
            .Where(place =>
                !draft.TryGetValue(place, out var one)
                || !published.TryGetValue(place, out var other)
                || !EqualityComparer<TValue>.Default.Equals(one, other)
            );

    private readonly record struct ValuePlace(int PropertyTypeId, int? LanguageId, string? Segment);

    private readonly record struct StoredValue(
        int? Integer,
        decimal? Decimal,
        DateTime? Date,
        string? Short,
        string? Long
    )
    {
        public static StoredValue None => default;

        public static StoredValue Of(PropertyDataRow row) =>
            new(row.IntValue, row.DecimalValue, row.DateValue, row.VarcharValue, row.TextValue);
    }
}
