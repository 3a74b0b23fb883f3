using System.Globalization;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace NKCSI.Cms.Sync.Documents;

/// <summary>A value ready to be stored.</summary>
internal sealed record PreparedValue(string Place, string Alias, string? Culture, string? Segment, object? Value);

/// <summary>Names and property values, which documents, blueprints and media share.</summary>
internal static class NodeValues
{
    /// <summary>
    /// The values that fit the type. Those that do not are told and left out, as uSync does; one that does not fit its
    /// property's storage fails the item.
    /// </summary>
    public static List<PreparedValue> Prepare(
        NodeRecord record,
        IContentTypeComposition type,
        SiteModel site,
        ImportEntry entry
    )
    {
        var properties = type.CompositionPropertyTypes.ToDictionary(
            property => property.Alias,
            StringComparer.OrdinalIgnoreCase
        );
        var prepared = new List<PreparedValue>();
        foreach (var value in record.Values)
        {
            if (!properties.TryGetValue(value.Alias, out var property))
            {
                entry.Warn(value.Place, "PropertyUnknown", value.Alias);
            }
            else if (!property.SupportsVariation(value.Culture, value.Segment))
            {
                // An empty value of a kind that the property no longer has is no loss.
                if (value.Text.Length > 0)
                {
                    entry.Warn(value.Place, "VariationMismatch", value.Alias, value.Culture, value.Segment);
                }
            }
            else if (value.Culture is not null && site.Languages.FindAlias(value.Culture) is null)
            {
                entry.Warn(value.Place, "LanguageUnknown", value.Culture);
            }
            else
            {
                prepared.Add(
                    new PreparedValue(
                        value.Place,
                        property.Alias,
                        value.Culture,
                        value.Segment,
                        StoredValue.FromFile(value.Text, property.ValueStorageType, value.Place)
                    )
                );
            }
        }
        return prepared;
    }

    public static void AddValues(CanonicalState state, IEnumerable<PreparedValue> values)
    {
        foreach (var value in values)
        {
            state.Add(value.Place, StoredValue.Canonical(value.Value));
        }
    }

    /// <summary>The stored values at the places that the file names; others are no concern of the file.</summary>
    public static void AddStoredValues(CanonicalState state, IContentBase content, IEnumerable<PreparedValue> values)
    {
        foreach (var value in values)
        {
            state.Add(value.Place, StoredValue.Canonical(content.GetValue(value.Alias, value.Culture, value.Segment)));
        }
    }

    /// <summary>Sets only what differs, so that an equal value keeps the very form in which it was stored.</summary>
    public static void Apply(IContentBase content, IEnumerable<PreparedValue> values)
    {
        foreach (var value in values)
        {
            var stored = content.GetValue(value.Alias, value.Culture, value.Segment);
            if (StoredValue.Canonical(stored) != StoredValue.Canonical(value.Value))
            {
                content.SetValue(value.Alias, value.Value, value.Culture, value.Segment);
            }
        }
    }

    /// <summary>Names by culture for a type that varies by culture, else the one name.</summary>
    public static IReadOnlyList<(string? Culture, string Name)> Names(
        NodeRecord record,
        IContentTypeComposition type,
        SiteModel site,
        ImportEntry entry
    )
    {
        if (!type.VariesByCulture())
        {
            return [(null, record.Name)];
        }
        var names = new List<(string?, string)>();
        foreach (var (culture, name) in record.CultureNames)
        {
            if (site.Languages.FindAlias(culture) is not { } language)
            {
                entry.Warn($"Info/NodeName[{culture}]", "LanguageUnknown", culture);
            }
            else if (name.Length > 0)
            {
                names.Add((language.IsoCode, name));
            }
        }
        // A file from before its type varied has one name only: it becomes that of the default language.
        if (names.Count == 0 && site.Languages.All.FirstOrDefault(language => language.IsDefault) is { } main)
        {
            names.Add((main.IsoCode, record.Name));
        }
        return names;
    }

    public static void AddNames(CanonicalState state, IEnumerable<(string? Culture, string Name)> names)
    {
        foreach (var (culture, name) in names)
        {
            state.Add(Place(culture), name);
        }
    }

    public static void AddStoredNames(
        CanonicalState state,
        IContentBase content,
        IEnumerable<(string? Culture, string Name)> names
    )
    {
        foreach (var (culture, _) in names)
        {
            state.Add(Place(culture), culture is null ? content.Name : content.GetCultureName(culture));
        }
    }

    public static void Apply(IContentBase content, IEnumerable<(string? Culture, string Name)> names)
    {
        foreach (var (culture, name) in names)
        {
            if (culture is null)
            {
                content.Name = name;
            }
            else if (content.GetCultureName(culture) != name)
            {
                content.SetCultureName(name, culture);
            }
        }
    }

    private static string Place(string? culture) =>
        culture is null
            ? "Info/NodeName"
            : string.Create(CultureInfo.InvariantCulture, $"Info/NodeName[{culture.ToLowerInvariant()}]");
}
