using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Languages;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Urls;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>What a property varied by before a type is saved, and what it varies by afterwards.</summary>
internal sealed record VariationChange(ContentVariation From, ContentVariation To);

/// <summary>
/// A type or a property begins or ceases to vary by culture: names, values and tags of the content move between the
/// default language and no language. Source: contracts/storage/semantics.md 5 and 7.
/// </summary>
internal sealed class VariationSwitch(
    ScopedDatabase database,
    LanguageSet languages,
    TypeSet types,
    ContentNameSwitch names,
    PropertyValueSwitch values,
    EditedFlags editedFlags
)
{
    /// <summary>Moves the names, and finds out which properties change. Call before the property types are written.</summary>
    public IReadOnlyDictionary<int, VariationChange> Begin(IContentTypeComposition type, ContentVariation oldVariations)
    {
        var changes = OwnChanges(type);
        if (oldVariations == type.Variations)
        {
            return changes;
        }

        if (!oldVariations.VariesByCulture() && type.Variations.VariesByCulture())
        {
            names.ToLanguage(type.Id, DefaultLanguageId());
        }

        RemoveRedirects(type.Id);

        // A property from a composition varies by what it and the type that uses it have in common.
        foreach (var property in type.GetOriginalComposedPropertyTypes())
        {
            if (property.Variations != ContentVariation.Nothing)
            {
                changes[property.Id] = new VariationChange(
                    oldVariations & property.Variations,
                    type.Variations & property.Variations
                );
            }
        }

        return changes;
    }

    /// <summary>Moves the values and tags. Call after the property types are written.</summary>
    /// <param name="composers">The types that are composed of the type; those that vary are concerned too.</param>
    public void Complete(
        IContentTypeComposition type,
        IReadOnlyDictionary<int, VariationChange> changes,
        IEnumerable<IContentTypeComposition> composers
    )
    {
        var toCulture = Changing(changes, change => !change.From.VariesByCulture() && change.To.VariesByCulture());
        var toInvariant = Changing(changes, change => change.From.VariesByCulture() && !change.To.VariesByCulture());
        if (toCulture.Count + toInvariant.Count == 0)
        {
            return;
        }

        var affected = composers
            .Where(composer => composer.VariesByCulture())
            .Select(composer => composer.Id)
            .Append(type.Id)
            .ToList();
        var language = DefaultLanguageId();
        values.Copy(from: null, to: language, toCulture, affected);
        values.Copy(from: language, to: null, toInvariant, affected);

        types.Evict();
        editedFlags.Recompute([.. affected.Select(id => types.Current.All.Find(id)!)], language);
    }

    private Dictionary<int, VariationChange> OwnChanges(IContentTypeComposition type)
    {
        var stored = database
            .Context.Set<PropertyTypeRow>()
            .Where(row => row.ContentTypeId == type.Id)
            .ToDictionary(row => row.Id, row => (ContentVariation)row.Variations);
        return type
            .PropertyTypes.Where(property => stored.TryGetValue(property.Id, out var old) && old != property.Variations)
            .ToDictionary(
                property => property.Id,
                property => new VariationChange(stored[property.Id], property.Variations)
            );
    }

    private static List<int> Changing(
        IReadOnlyDictionary<int, VariationChange> changes,
        Func<VariationChange, bool> condition
    ) => [.. changes.Where(change => condition(change.Value)).Select(change => change.Key)];

    /// <summary>Redirects remember urls of a culture, or of none: they would not match any more.</summary>
    private void RemoveRedirects(int typeId)
    {
        var keys =
            from content in database.Context.Set<ContentRow>()
            join node in database.Context.Set<NodeRow>() on content.NodeId equals node.Id
            where content.ContentTypeId == typeId
            select node.Key;
        database.Context.Set<RedirectUrlRow>().Where(row => keys.Contains(row.ContentKey)).ExecuteDelete();
    }

    private int DefaultLanguageId() => languages.Current.Originals.First(language => language.IsDefault).Id;
}
