using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.DataTypes;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Nodes;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>A property type with what its data type decides.</summary>
internal sealed record PropertyTypeWithDataType(PropertyTypeRow Row, DataTypeRow DataType, Guid DataTypeKey);

/// <summary>
/// The rows of all document, media and member types: one statement a table, however many types there are.
/// </summary>
internal sealed class TypeRows
{
    private TypeRows(CmsDbContext rows)
    {
        Types =
        [
            .. (
                from type in rows.Set<ContentTypeRow>()
                join node in rows.Set<NodeRow>() on type.NodeId equals node.Id
                orderby node.Id
                select new { node, type }
            )
                .AsEnumerable()
                .Select(joined => (joined.node, joined.type)),
        ];
        Groups = rows.Set<PropertyTypeGroupRow>()
            .OrderBy(row => row.SortOrder)
            .ThenBy(row => row.Id)
            .ToLookup(row => row.ContentTypeId);
        Properties = (
            from property in rows.Set<PropertyTypeRow>()
            join dataType in rows.Set<DataTypeRow>() on property.DataTypeId equals dataType.NodeId
            join node in rows.Set<NodeRow>() on dataType.NodeId equals node.Id
            orderby property.SortOrder, property.Id
            select new
            {
                property,
                dataType,
                node.Key,
            }
        )
            .AsEnumerable()
            .Select(joined => new PropertyTypeWithDataType(joined.property, joined.dataType, joined.Key))
            .ToLookup(property => property.Row.ContentTypeId);
        Compositions = rows.Set<ContentTypeCompositionRow>()
            .OrderBy(row => row.ParentId)
            .ToLookup(row => row.ChildId, row => row.ParentId);
        Allowed = rows.Set<AllowedContentTypeRow>().OrderBy(row => row.SortOrder).ToLookup(row => row.Id);
        Templates = rows.Set<DocumentTypeTemplateRow>().ToLookup(row => row.ContentTypeId);
        CleanupPolicies = rows.Set<ContentVersionCleanupPolicyRow>().ToDictionary(row => row.ContentTypeId);
        MemberProperties = rows.Set<MemberTypePropertyRow>().ToLookup(row => row.ContentTypeId);
    }

    public IReadOnlyList<(NodeRow Node, ContentTypeRow Type)> Types { get; }

    public ILookup<int, PropertyTypeGroupRow> Groups { get; }

    public ILookup<int, PropertyTypeWithDataType> Properties { get; }

    /// <summary>By type, the ids of those that it is composed of or inherits from.</summary>
    public ILookup<int, int> Compositions { get; }

    public ILookup<int, AllowedContentTypeRow> Allowed { get; }

    public ILookup<int, DocumentTypeTemplateRow> Templates { get; }

    public IReadOnlyDictionary<int, ContentVersionCleanupPolicyRow> CleanupPolicies { get; }

    public ILookup<int, MemberTypePropertyRow> MemberProperties { get; }

    public static TypeRows Read(CmsDbContext database) => new(database);
}
