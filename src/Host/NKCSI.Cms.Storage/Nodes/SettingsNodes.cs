using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Entities;

namespace NKCSI.Cms.Storage.Nodes;

/// <summary>
/// Writes the node rows of what is kept in the settings trees: types, data types and their folders.
/// Source: contracts/storage/semantics.md 1.
/// </summary>
internal sealed class SettingsNodes(ScopedDatabase database)
{
    private IQueryable<NodeRow> Nodes => database.Context.Set<NodeRow>();

    /// <summary>Inserts the node below its parent and gives the entity its id, path, level and sort order.</summary>
    /// <param name="sortOrder">The place among the siblings; null for the end.</param>
    public void Insert(ITreeEntity entity, Guid objectType, int? sortOrder = null)
    {
        var parent = Parent(entity.ParentId);
        var row = new NodeRow
        {
            Key = entity.Key,
            ParentId = entity.ParentId,
            Level = parent.Level + 1,
            Path = parent.Path,
            SortOrder = sortOrder ?? Siblings(entity.ParentId, objectType).Count(),
            Trashed = entity.Trashed,
            UserId = UserId(entity.CreatorId),
            Name = entity.Name,
            ObjectType = objectType,
            CreateDate = entity.CreateDate,
        };
        database.Context.Insert(row);

        entity.Id = row.Id;
        entity.Level = row.Level;
        entity.SortOrder = row.SortOrder;
        entity.Path = $"{parent.Path},{row.Id}";
        Nodes.Where(node => node.Id == row.Id).ExecuteUpdate(set => set.SetProperty(node => node.Path, entity.Path));
    }

    /// <summary>Writes what may have changed. Path and level are taken from the entity.</summary>
    public void Update(ITreeEntity entity)
    {
        var userId = UserId(entity.CreatorId);
        Nodes
            .Where(node => node.Id == entity.Id)
            .ExecuteUpdate(set =>
                set.SetProperty(node => node.Key, entity.Key)
                    .SetProperty(node => node.ParentId, entity.ParentId)
                    .SetProperty(node => node.Level, entity.Level)
                    .SetProperty(node => node.Path, entity.Path)
                    .SetProperty(node => node.SortOrder, entity.SortOrder)
                    .SetProperty(node => node.Trashed, entity.Trashed)
                    .SetProperty(node => node.UserId, userId)
                    .SetProperty(node => node.Name, entity.Name)
                    .SetProperty(node => node.CreateDate, entity.CreateDate)
            );
    }

    /// <summary>Puts an entity whose parent changed at the end of its new siblings.</summary>
    public void Reparent(ITreeEntity entity, Guid objectType)
    {
        var parent = Parent(entity.ParentId);
        entity.Path = $"{parent.Path},{entity.Id}";
        entity.Level = parent.Level + 1;
        entity.SortOrder = (Siblings(entity.ParentId, objectType).Max(node => (int?)node.SortOrder) ?? 0) + 1;
    }

    /// <summary>Deletes the node with what users attached to it; rows of its own kind must be gone.</summary>
    public void Delete(int id, Guid key)
    {
        database.Context.Set<UserNotifyRow>().Where(row => row.NodeId == id).ExecuteDelete();
        database.Context.Set<UserGroupGranularPermissionRow>().Where(row => row.UniqueId == key).ExecuteDelete();
        Nodes.Where(node => node.Id == id).ExecuteDelete();
    }

    private IQueryable<NodeRow> Siblings(int parentId, Guid objectType) =>
        Nodes.Where(node => node.ParentId == parentId && node.ObjectType == objectType);

    private NodeRow Parent(int parentId) =>
        Nodes.SingleOrDefault(node => node.Id == parentId)
        ?? throw new InvalidOperationException($"There is no node {parentId} to be the parent.");

    private static int? UserId(int userId) => userId == Constants.Security.UnknownUserId ? null : userId;
}
