using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace NKCSI.Cms.DeliveryApi.Query;

/// <summary>The fields that the standard selectors, filters and sorts ask (contracts/delivery/delivery-api.md 11).</summary>
public sealed class StandardFields(IDocumentNavigationQueryService navigation) : IContentIndexHandler
{
    internal const string ItemId = "itemId";
    internal const string ParentId = "parentId";
    internal const string AncestorIds = "ancestorIds";
    internal const string ContentType = "contentType";
    internal const string Name = "name";
    internal const string SortName = "sortName";
    internal const string CreateDate = "createDate";
    internal const string UpdateDate = "updateDate";
    internal const string Level = "level";
    internal const string SortOrder = "sortOrder";

    public IEnumerable<IndexField> GetFields() =>
        [
            Field(ItemId, FieldType.StringRaw),
            Field(ParentId, FieldType.StringRaw),
            Field(AncestorIds, FieldType.StringRaw),
            Field(ContentType, FieldType.StringRaw),
            Field(Name, FieldType.StringAnalyzed),
            Field(SortName, FieldType.StringSortable),
            Field(CreateDate, FieldType.Date),
            Field(UpdateDate, FieldType.Date),
            Field(Level, FieldType.Number),
            Field(SortOrder, FieldType.Number),
        ];

    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture)
    {
        ArgumentNullException.ThrowIfNull(content);
        var name = content.GetCultureName(culture) ?? content.Name ?? string.Empty;
        var parent = navigation.TryGetParentKey(content.Key, out var key) ? key ?? Guid.Empty : Guid.Empty;
        IEnumerable<Guid> ancestors = navigation.TryGetAncestorsKeys(content.Key, out var above) ? above : [];
        return
        [
            Value(ItemId, content.Key.ToString("D")),
            Value(ParentId, parent.ToString("D")),
            Value(AncestorIds, [.. ancestors.Select(ancestor => (object)ancestor.ToString("D"))]),
            Value(ContentType, content.ContentType.Alias),
            Value(Name, name),
            Value(SortName, name.ToLowerInvariant()),
            Value(CreateDate, content.CreateDate),
            Value(UpdateDate, (culture is null ? null : content.GetUpdateDate(culture)) ?? content.UpdateDate),
            Value(Level, content.Level),
            Value(SortOrder, content.SortOrder),
        ];
    }

    private static IndexField Field(string name, FieldType type) =>
        new()
        {
            FieldName = name,
            FieldType = type,
            VariesByCulture = name is Name or SortName or UpdateDate,
        };

    private static IndexFieldValue Value(string name, params object[] values) =>
        new() { FieldName = name, Values = values };
}
