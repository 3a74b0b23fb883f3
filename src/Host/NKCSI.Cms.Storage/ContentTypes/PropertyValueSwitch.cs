using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Scopes;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Copies values and tags of properties from one language, or from none, to another.</summary>
internal sealed class PropertyValueSwitch(ScopedDatabase database)
{
    /// <param name="from">The language; null for values that belong to none.</param>
    /// <param name="to">The language; null for none. What was there before is replaced.</param>
    /// <param name="propertyIds">The property types.</param>
    /// <param name="typeIds">The content types whose content is concerned.</param>
    public void Copy(int? from, int? to, IReadOnlyCollection<int> propertyIds, IReadOnlyCollection<int> typeIds)
    {
        if (propertyIds.Count == 0)
        {
            return;
        }

        CopyValues(from, to, propertyIds, typeIds);
        CopyTags(from, to, JsonSerializer.Serialize(propertyIds), JsonSerializer.Serialize(typeIds));
    }

    private void CopyValues(int? from, int? to, IReadOnlyCollection<int> propertyIds, IReadOnlyCollection<int> typeIds)
    {
        var values =
            from value in database.Context.Set<PropertyDataRow>()
            where
                propertyIds.Contains(value.PropertyTypeId)
                && (
                    from version in database.Context.Set<ContentVersionRow>()
                    join content in database.Context.Set<ContentRow>() on version.NodeId equals content.NodeId
                    where typeIds.Contains(content.ContentTypeId)
                    select version.Id
                ).Contains(value.VersionId)
            select value;
        values.Where(value => value.LanguageId == to).ExecuteDelete();
        database.Context.Insert(
            values
                .Where(value => value.LanguageId == from)
                .OrderBy(value => value.Id)
                .Select(value => new PropertyDataRow
                {
                    VersionId = value.VersionId,
                    PropertyTypeId = value.PropertyTypeId,
                    LanguageId = to,
                    Segment = value.Segment,
                    IntValue = value.IntValue,
                    DecimalValue = value.DecimalValue,
                    DateValue = value.DateValue,
                    VarcharValue = value.VarcharValue,
                    TextValue = value.TextValue,
                    SortableValue = value.SortableValue,
                })
                .ToList()
        );
        if (from is null)
        {
            // Values of a language stay for the way back; values of none would only be in the way.
            values.Where(value => value.LanguageId == null).ExecuteDelete();
        }
    }

    /// <summary>Tags belong to a language too. The relations move; tags stay, others may use them.</summary>
    private void CopyTags(int? from, int? to, string propertyIds, string typeIds)
    {
        var sql = database.Context.Database;
        sql.ExecuteSql(
            $"""
            DELETE FROM cmsTagRelationship
            WHERE propertyTypeId IN (SELECT value FROM json_each({propertyIds}))
              AND nodeId IN (SELECT nodeId FROM umbracoContent
                             WHERE contentTypeId IN (SELECT value FROM json_each({typeIds})))
              AND tagId IN (SELECT id FROM cmsTags WHERE languageId IS {to})
            """
        );
        sql.ExecuteSql(
            $"""
            INSERT INTO cmsTags ("group", languageId, tag)
            SELECT DISTINCT tag."group", {to}, tag.tag
            FROM cmsTagRelationship relation
            JOIN cmsTags tag ON tag.id = relation.tagId
            JOIN umbracoContent content ON content.nodeId = relation.nodeId
            WHERE relation.propertyTypeId IN (SELECT value FROM json_each({propertyIds}))
              AND content.contentTypeId IN (SELECT value FROM json_each({typeIds}))
              AND tag.languageId IS {from}
              AND NOT EXISTS (SELECT 1 FROM cmsTags other
                              WHERE other.tag = tag.tag AND other."group" = tag."group" AND other.languageId IS {to})
            """
        );
        sql.ExecuteSql(
            $"""
            INSERT INTO cmsTagRelationship (nodeId, propertyTypeId, tagId)
            SELECT DISTINCT relation.nodeId, relation.propertyTypeId, other.id
            FROM cmsTagRelationship relation
            JOIN cmsTags tag ON tag.id = relation.tagId
            JOIN cmsTags other ON other.tag = tag.tag AND other."group" = tag."group" AND other.languageId IS {to}
            JOIN umbracoContent content ON content.nodeId = relation.nodeId
            WHERE relation.propertyTypeId IN (SELECT value FROM json_each({propertyIds}))
              AND content.contentTypeId IN (SELECT value FROM json_each({typeIds}))
              AND tag.languageId IS {from}
            """
        );
        sql.ExecuteSql(
            $"""
            DELETE FROM cmsTagRelationship
            WHERE propertyTypeId IN (SELECT value FROM json_each({propertyIds}))
              AND nodeId IN (SELECT nodeId FROM umbracoContent
                             WHERE contentTypeId IN (SELECT value FROM json_each({typeIds})))
              AND tagId IN (SELECT id FROM cmsTags WHERE languageId IS NOT {to})
            """
        );
    }
}
