using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Deletes a type. Its content is gone by then: Core's service deletes it first.</summary>
internal sealed class TypeRemoval(
    ScopedDatabase database,
    TypeSet types,
    SettingsNodes nodes,
    PropertyRemoval properties
)
{
    /// <summary>Deletes the type with the types below it.</summary>
    public void Remove(IContentTypeComposition type)
    {
        foreach (var child in types.Current.All.Originals.Where(other => other.ParentId == type.Id))
        {
            Remove(child);
        }

        var rows = database.Context;
        var id = type.Id;
        rows.Set<AllowedContentTypeRow>().Where(row => row.Id == id || row.AllowedId == id).ExecuteDelete();
        rows.Set<ContentTypeCompositionRow>().Where(row => row.ParentId == id || row.ChildId == id).ExecuteDelete();
        properties.Remove(
            type.Key,
            [.. rows.Set<PropertyTypeRow>().Where(row => row.ContentTypeId == id).Select(row => row.Id)]
        );
        rows.Set<PropertyTypeGroupRow>().Where(row => row.ContentTypeId == id).ExecuteDelete();
        rows.Set<MemberTypePropertyRow>().Where(row => row.ContentTypeId == id).ExecuteDelete();
        rows.Set<ContentVersionCleanupPolicyRow>().Where(row => row.ContentTypeId == id).ExecuteDelete();
        rows.Set<DocumentTypeTemplateRow>().Where(row => row.ContentTypeId == id).ExecuteDelete();
        rows.Set<ContentTypeRow>().Where(row => row.NodeId == id).ExecuteDelete();
        nodes.Delete(id, type.Key);
    }
}
