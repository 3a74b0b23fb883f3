using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Reads and writes the values of properties, version by version.</summary>
internal sealed class PropertyDataStore(ScopedDatabase database, ILanguageRepository languages)
{
    private CmsDbContext Db => database.Context;

    /// <summary>The values of many versions in one statement.</summary>
    public ILookup<int, PropertyDataRow> Read(IReadOnlyCollection<int> versionIds)
    {
        var ids = versionIds.ToArray();
        return ids.Length == 0
            ? Array.Empty<PropertyDataRow>().ToLookup(row => row.VersionId)
            : Db.Set<PropertyDataRow>()
                .Where(row => EF.Parameter(ids).Contains(row.VersionId))
                .OrderBy(row => row.Id)
                .ToLookup(row => row.VersionId);
    }

    /// <summary>The properties of one entity, with a property for every type even if it has no value.</summary>
    /// <param name="types">The property types of the content type and its compositions.</param>
    /// <param name="values">The rows read before.</param>
    /// <param name="currentVersionId">The version of the draft.</param>
    /// <param name="publishedVersionId">The published version; 0 for none.</param>
    public PropertyCollection Compose(
        IEnumerable<IPropertyType> types,
        ILookup<int, PropertyDataRow> values,
        int currentVersionId,
        int publishedVersionId
    )
    {
        var rows = values[currentVersionId]
            .Select(row => (Row: row, Published: false))
            .Concat(values[publishedVersionId].Select(row => (Row: row, Published: true)))
            .ToLookup(value => value.Row.PropertyTypeId);
        return new PropertyCollection(types.Select(type => Compose(type, [.. rows[type.Id]])));
    }

    public void Insert(IEnumerable<PropertyDataRow> rows) => Db.Insert(rows);

    /// <summary>
    /// Makes the rows of a version the given ones: rows of the same property, language and segment keep their id.
    /// Rows of other versions among them are new.
    /// </summary>
    public void Replace(int versionId, IEnumerable<PropertyDataRow> rows)
    {
        // Duplicates cannot be ruled out by the index, for NULLs differ in it; the last one is kept, the others go.
        var existing = new Dictionary<(int, int?, string?), PropertyDataRow>();
        var obsolete = new HashSet<int>();
        foreach (var row in Db.Set<PropertyDataRow>().Where(row => row.VersionId == versionId).OrderBy(row => row.Id))
        {
            existing[KeyOf(row)] = row;
            obsolete.Add(row.Id);
        }

        var (added, changed) = (new List<PropertyDataRow>(), new List<PropertyDataRow>());
        foreach (var row in rows)
        {
            if (row.VersionId != versionId || !existing.TryGetValue(KeyOf(row), out var old))
            {
                added.Add(row);
                continue;
            }

            obsolete.Remove(old.Id);
            row.Id = old.Id;
            if (!PropertyValueColumns.AreEqual(old, row))
            {
                changed.Add(row);
            }
        }

        if (changed.Count > 0)
        {
            Db.Replace(changed);
        }

        if (added.Count > 0)
        {
            Db.Insert(added);
        }

        if (obsolete.Count > 0)
        {
            var ids = obsolete.ToArray();
            Db.Set<PropertyDataRow>().Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteDelete();
        }
    }

    private static (int, int?, string?) KeyOf(PropertyDataRow row) => (row.PropertyTypeId, row.LanguageId, row.Segment);

    private Property Compose(IPropertyType type, IReadOnlyList<(PropertyDataRow Row, bool Published)> rows) =>
        Property.CreateWithValues(
            rows.Count == 0 ? 0 : rows[^1].Row.Id,
            type,
            [
                .. rows.Select(value => new Property.InitialPropertyValue(
                    languages.GetIsoCodeById(value.Row.LanguageId),
                    value.Row.Segment,
                    value.Published,
                    PropertyValueColumns.Read(value.Row)
                )),
            ]
        );
}
