using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.Tags;

/// <summary>
/// Puts tags on the properties of nodes. A tag is shared by all that bear it, in one group and language, whatever the
/// case of its letters; it is never deleted when the last one drops it.
/// </summary>
internal sealed class TagAssignment(ScopedDatabase database)
{
    private CmsDbContext Db => database.Context;

    public void Assign(int nodeId, int propertyTypeId, IEnumerable<ITag> tags, bool replace)
    {
        // In the order of their texts, as a genuine host stores them.
        var wanted = tags.DistinctBy(KeyOf).OrderBy(tag => tag.Text, StringComparer.Ordinal).ToList();
        var present = Assigned(nodeId, propertyTypeId).Select(row => row.TagId).ToHashSet();
        var ids = Resolve(wanted, addMissing: true);
        if (replace)
        {
            var dropped = present.Except(ids).ToArray();
            Assigned(nodeId, propertyTypeId).Where(row => EF.Parameter(dropped).Contains(row.TagId)).ExecuteDelete();
        }

        Db.Insert(
            ids.Except(present)
                .Select(id => new TagRelationshipRow
                {
                    NodeId = nodeId,
                    PropertyTypeId = propertyTypeId,
                    TagId = id,
                })
        );
    }

    public void Remove(int nodeId, int propertyTypeId, IEnumerable<ITag> tags)
    {
        var ids = Resolve([.. tags.DistinctBy(KeyOf)], addMissing: false).ToArray();
        Assigned(nodeId, propertyTypeId).Where(row => EF.Parameter(ids).Contains(row.TagId)).ExecuteDelete();
    }

    public void RemoveAll(int nodeId) =>
        Db.Set<TagRelationshipRow>().Where(row => row.NodeId == nodeId).ExecuteDelete();

    public void RemoveAll(int nodeId, int propertyTypeId) => Assigned(nodeId, propertyTypeId).ExecuteDelete();

    /// <summary>Only the letters of ASCII are folded by the database, so the tags of the groups are compared here.</summary>
    private List<int> Resolve(IReadOnlyCollection<ITag> tags, bool addMissing)
    {
        if (tags.Count == 0)
        {
            return [];
        }

        var groups = tags.Select(tag => tag.Group).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var known = Db.Set<TagRow>()
            .Where(row => groups.Contains(row.Group))
            .AsEnumerable()
            .GroupBy(row => KeyOf(row.Group, row.Text, row.LanguageId))
            .ToDictionary(rows => rows.Key, rows => rows.First());
        var missing = tags.Where(tag => !known.ContainsKey(KeyOf(tag)))
            .Select(tag => new TagRow
            {
                Group = tag.Group,
                Text = tag.Text,
                LanguageId = tag.LanguageId,
            })
            .ToList();
        if (addMissing && missing.Count > 0)
        {
            Db.Insert(missing);
            foreach (var row in missing)
            {
                known[KeyOf(row.Group, row.Text, row.LanguageId)] = row;
            }
        }

        return [.. tags.Where(tag => known.ContainsKey(KeyOf(tag))).Select(tag => known[KeyOf(tag)].Id)];
    }

    private IQueryable<TagRelationshipRow> Assigned(int nodeId, int propertyTypeId) =>
        Db.Set<TagRelationshipRow>().Where(row => row.NodeId == nodeId && row.PropertyTypeId == propertyTypeId);

    private static (string, string, int?) KeyOf(ITag tag) => KeyOf(tag.Group, tag.Text, tag.LanguageId);

    private static (string, string, int?) KeyOf(string group, string text, int? languageId) =>
        (group.ToUpperInvariant(), text.ToUpperInvariant(), languageId);
}
