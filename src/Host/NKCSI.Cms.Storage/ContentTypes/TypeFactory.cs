using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Templates;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Builds Core's models of document, media and member types from their rows.</summary>
internal sealed class TypeFactory(IShortStringHelper shortStrings, PropertyFactory properties, TemplateSet templates)
{
    /// <summary>All types, in the order of their ids, composed of one another.</summary>
    public IReadOnlyList<IContentTypeComposition> Build(TypeRows rows)
    {
        var types = new Dictionary<int, ContentTypeCompositionBase>();
        foreach (var (node, row) in rows.Types)
        {
            if (Create(node) is { } type)
            {
                type.DisableChangeTracking();
                SetBasics(type, node, row);
                types.Add(node.Id, type);
            }
        }

        foreach (var type in types.Values)
        {
            properties.AddTo(type, rows);
            type.AllowedContentTypes = AllowedBelow(rows.Allowed[type.Id], types);
            if (type is ContentType documentType)
            {
                SetTemplates(documentType, [.. rows.Templates[type.Id]]);
                SetHistory(documentType, rows);
            }
        }

        Compose(types, rows.Compositions);
        foreach (var type in types.Values)
        {
            type.ResetDirtyProperties(rememberDirty: false);
            type.EnableChangeTracking();
        }

        return [.. types.Values];
    }

    private ContentTypeCompositionBase? Create(NodeRow node) =>
        node.ObjectType switch
        {
            var kind when kind == Constants.ObjectTypes.DocumentType => new ContentType(shortStrings, node.ParentId),
            var kind when kind == Constants.ObjectTypes.MediaType => new MediaType(shortStrings, node.ParentId),
            var kind when kind == Constants.ObjectTypes.MemberType => new MemberType(shortStrings, node.ParentId),
            _ => null,
        };

    private static void SetBasics(ContentTypeCompositionBase type, NodeRow node, ContentTypeRow row)
    {
        type.Id = node.Id;
        type.Key = node.Key;
        type.Alias = row.Alias ?? string.Empty;
        type.Name = node.Name;
        type.Icon = row.Icon;
        type.Thumbnail = row.Thumbnail;
        type.SortOrder = node.SortOrder;
        type.Description = row.Description;
        type.CreateDate = node.CreateDate;
        type.UpdateDate = node.CreateDate;
        type.Path = node.Path;
        type.Level = node.Level;
        type.CreatorId = node.UserId ?? Constants.Security.UnknownUserId;
        type.AllowedAsRoot = row.AllowAtRoot;
        type.ListView = row.ListView;
        type.IsElement = row.IsElement;
        type.Trashed = node.Trashed;
        type.Variations = (ContentVariation)row.Variations;
    }

    private static List<ContentTypeSort> AllowedBelow(
        IEnumerable<AllowedContentTypeRow> rows,
        Dictionary<int, ContentTypeCompositionBase> types
    ) =>
        [
            .. from row in rows
            where types.ContainsKey(row.AllowedId)
            let allowed = types[row.AllowedId]
            select new ContentTypeSort(allowed.Key, row.SortOrder, allowed.Alias),
        ];

    private void SetTemplates(ContentType type, IReadOnlyList<DocumentTypeTemplateRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        type.AllowedTemplates = templates.Current.Many([.. rows.Select(row => row.TemplateId)]);
        type.DefaultTemplateId = rows.FirstOrDefault(row => row.IsDefault)?.TemplateId ?? 0;
    }

    private static void SetHistory(ContentType type, TypeRows rows)
    {
        var history = new HistoryCleanup();
        if (rows.CleanupPolicies.TryGetValue(type.Id, out var row))
        {
            history.PreventCleanup = row.PreventCleanup;
            history.KeepAllVersionsNewerThanDays = row.KeepAllVersionsNewerThanDays;
            history.KeepLatestVersionPerDayForDays = row.KeepLatestVersionPerDayForDays;
        }

        history.ResetDirtyProperties(rememberDirty: false);
        type.HistoryCleanup = history;
    }

    private static void Compose(Dictionary<int, ContentTypeCompositionBase> types, ILookup<int, int> compositions)
    {
        foreach (var type in types.Values)
        {
            foreach (var parentId in compositions[type.Id])
            {
                if (types.TryGetValue(parentId, out var parent))
                {
                    type.AddContentType(parent);
                }
            }
        }
    }
}
