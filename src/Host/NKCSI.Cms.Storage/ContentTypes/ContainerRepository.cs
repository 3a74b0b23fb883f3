using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Folders of one kind; all kinds are nodes that differ in their object type only. Nothing is cached.</summary>
internal abstract class ContainerRepository(
    ScopedDatabase database,
    SettingsNodes nodes,
    TimeProvider clock,
    Guid containerType
) : IEntityContainerRepository
{
    private IQueryable<NodeRow> Containers =>
        database.Context.Set<NodeRow>().Where(node => node.ObjectType == containerType);

    public EntityContainer? Get(int id) => Single(Containers.Where(node => node.Id == id));

    public EntityContainer? Get(Guid id) => Single(Containers.Where(node => node.Key == id));

    public IEnumerable<EntityContainer> Get(string name, int level) =>
        Many(Containers.Where(node => node.Name == name && node.Level == level));

    public IEnumerable<EntityContainer> GetMany(params int[]? ids) =>
        Many(ids is { Length: > 0 } ? Containers.Where(node => ids.Contains(node.Id)) : Containers);

    public bool Exists(int id) => Containers.Any(node => node.Id == id);

    public bool HasDuplicateName(Guid parentKey, string name)
    {
        var parentId =
            parentKey == Guid.Empty
                ? Constants.System.Root
                : database
                    .Context.Set<NodeRow>()
                    .Where(node => node.Key == parentKey)
                    .Select(node => (int?)node.Id)
                    .SingleOrDefault();
        return parentId is { } id && HasDuplicateName(id, name);
    }

    public bool HasDuplicateName(int parentId, string name) =>
        Containers.Any(node => node.ParentId == parentId && node.Name == name);

    /// <exception cref="InvalidOperationException">
    /// The folder has no name, the name is taken beside it, its parent is no such folder, or it is of another kind.
    /// </exception>
    public void Save(EntityContainer entity)
    {
        Check(entity);
        entity.Name = entity.Name!.Trim();
        if (
            Containers.Any(node => node.ParentId == entity.ParentId && node.Name == entity.Name && node.Id != entity.Id)
        )
        {
            throw new InvalidOperationException($"There is a folder '{entity.Name}' already.");
        }

        if (entity.ParentId != Constants.System.Root && !Exists(entity.ParentId))
        {
            throw new InvalidOperationException($"There is no folder {entity.ParentId} to be the parent.");
        }

        if (entity.HasIdentity)
        {
            Update(entity);
        }
        else
        {
            entity.AddingEntity();
            // Folders keep no order of their own.
            nodes.Insert(entity, containerType, sortOrder: 0);
        }

        entity.ResetDirtyProperties();
    }

    /// <summary>Deletes the folder; what is in it goes to its parent.</summary>
    public void Delete(EntityContainer entity)
    {
        Check(entity);
        if (!Exists(entity.Id))
        {
            return;
        }

        database
            .Context.Set<NodeRow>()
            .Where(node =>
                node.ParentId == entity.Id
                && (node.ObjectType == containerType || node.ObjectType == entity.ContainedObjectType)
            )
            .ExecuteUpdate(set => set.SetProperty(node => node.ParentId, entity.ParentId));
        nodes.Delete(entity.Id, entity.Key);
        entity.DeleteDate = clock.GetUtcNow().UtcDateTime;
    }

    private void Update(EntityContainer entity)
    {
        var stored =
            Containers.SingleOrDefault(node => node.Id == entity.Id)
            ?? throw new InvalidOperationException($"There is no folder {entity.Id}.");
        entity.UpdatingEntity();
        entity.CreateDate = stored.CreateDate;
        entity.Path = stored.Path;
        entity.Level = stored.Level;
        if (stored.ParentId != entity.ParentId)
        {
            nodes.Reparent(entity, containerType);
        }

        entity.SortOrder = 0;
        nodes.Update(entity);
    }

    private void Check(EntityContainer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.ContainerObjectType != containerType)
        {
            throw new InvalidOperationException($"The folder '{entity.Name}' is of another kind.");
        }

        if (string.IsNullOrWhiteSpace(entity.Name))
        {
            throw new InvalidOperationException("A folder needs a name.");
        }
    }

    private static EntityContainer? Single(IQueryable<NodeRow> rows) => Many(rows).FirstOrDefault();

    private static List<EntityContainer> Many(IQueryable<NodeRow> rows) =>
        [.. rows.OrderBy(node => node.Level).ThenBy(node => node.Id).AsEnumerable().Select(ToModel)];

    private static EntityContainer ToModel(NodeRow node)
    {
        var container = new EntityContainer(
            node.Id,
            node.Key,
            node.ParentId,
            node.Path,
            node.Level,
            node.SortOrder,
            EntityContainer.GetContainedObjectType(node.ObjectType!.Value),
            node.Name,
            node.UserId ?? Constants.Security.UnknownUserId
        )
        {
            CreateDate = node.CreateDate,
            UpdateDate = node.CreateDate,
            Trashed = node.Trashed,
        };
        container.ResetDirtyProperties(rememberDirty: false);
        return container;
    }
}
