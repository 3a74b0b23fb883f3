using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.PublicAccess;
using NKCSI.Cms.Storage.Relations;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Tags;
using NKCSI.Cms.Storage.Urls;
using NKCSI.Cms.Storage.Users;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Deletes an item for good, with everything that names it. Its children must be gone before.</summary>
internal sealed class ContentDeletion(ScopedDatabase database, ContentVersionStore versions, IEventAggregator events)
{
    private CmsDbContext Db => database.Context;

    public void Delete(IContentBase entity)
    {
#pragma warning disable CS0618 // Core's caches listen to it inside the transaction, and there is no successor.
        events.Publish(new ScopedEntityRemoveNotification(entity, new EventMessages()));
#pragma warning restore CS0618

        var (id, key) = (entity.Id, entity.Key);
        DeleteWhatNamesIt(id, key);
        DeleteDocumentRows(id, key);
        versions.DeleteRows([.. Db.Set<ContentVersionRow>().Where(row => row.NodeId == id).Select(row => row.Id)]);
        Db.Set<ContentRow>().Where(row => row.NodeId == id).ExecuteDelete();
        Db.Set<NodeRow>().Where(row => row.Id == id).ExecuteDelete();
    }

    private void DeleteWhatNamesIt(int id, Guid key)
    {
        Db.Set<UserNotifyRow>().Where(row => row.NodeId == id).ExecuteDelete();
        Db.Set<UserGroupGranularPermissionRow>().Where(row => row.UniqueId == key).ExecuteDelete();
        Db.Set<UserStartNodeRow>().Where(row => row.StartNode == id).ExecuteDelete();
        Db.Set<UserGroupRow>()
            .Where(row => row.StartContentId == id)
            .ExecuteUpdate(set => set.SetProperty(row => row.StartContentId, (int?)null));
        Db.Set<UserGroupRow>()
            .Where(row => row.StartMediaId == id)
            .ExecuteUpdate(set => set.SetProperty(row => row.StartMediaId, (int?)null));
        Db.Set<RelationRow>().Where(row => row.ParentId == id || row.ChildId == id).ExecuteDelete();
        Db.Set<TagRelationshipRow>().Where(row => row.NodeId == id).ExecuteDelete();

        var protections = Db.Set<AccessRow>()
            .Where(row => row.NodeId == id || row.LoginNodeId == id || row.NoAccessNodeId == id);
        Db.Set<AccessRuleRow>()
            .Where(rule => protections.Select(row => row.Id).Contains(rule.AccessId))
            .ExecuteDelete();
        protections.ExecuteDelete();
    }

    private void DeleteDocumentRows(int id, Guid key)
    {
        Db.Set<ContentScheduleRow>().Where(row => row.NodeId == id).ExecuteDelete();
        Db.Set<RedirectUrlRow>().Where(row => row.ContentKey == key).ExecuteDelete();
        Db.Set<DomainRow>().Where(row => row.RootNodeId == id).ExecuteDelete();
        Db.Set<DocumentUrlRow>().Where(row => row.Key == key).ExecuteDelete();
        Db.Set<DocumentUrlAliasRow>().Where(row => row.Key == key).ExecuteDelete();
        Db.Set<DocumentRow>().Where(row => row.NodeId == id).ExecuteDelete();
        Db.Set<DocumentCultureRow>().Where(row => row.NodeId == id).ExecuteDelete();
    }
}
