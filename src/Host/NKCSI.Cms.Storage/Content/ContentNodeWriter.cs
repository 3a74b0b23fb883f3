using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Writes the node and the content row of a document, blueprint or media item.</summary>
internal sealed class ContentNodeWriter(ScopedDatabase database)
{
    private CmsDbContext Db => database.Context;

    /// <summary>
    /// Inserts the node, or takes over the one that was reserved for its key, and tells the entity its id, path, level
    /// and sort order.
    /// </summary>
    /// <param name="entity">The new entity; its key and dates are set.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="mayChooseSortOrder">Whether a sort order that the caller set is kept if no sibling has it.</param>
    public void Insert(IContentBase entity, ContentKind kind, bool mayChooseSortOrder)
    {
        var parent = Parent(entity.ParentId);
        var keepsSortOrder =
            mayChooseSortOrder
            && (entity.SortOrder != 0 || entity.IsPropertyDirty(nameof(entity.SortOrder)))
            && !Siblings(entity, kind).Any(node => node.SortOrder == entity.SortOrder);
        var sortOrder = keepsSortOrder ? entity.SortOrder : NextSortOrder(entity, kind);

        var reservedId = Db.Set<NodeRow>()
            .Where(node => node.Key == entity.Key && node.ObjectType == Constants.ObjectTypes.IdReservation)
            .Select(node => node.Id)
            .FirstOrDefault();
        var row = ToRow(entity, kind);
        row.Id = reservedId;
        row.Path = parent.Path;
        row.Level = parent.Level + 1;
        row.SortOrder = sortOrder;
        if (reservedId == 0)
        {
            Db.Insert(row);
        }

        row.Path = PathBelow(parent.Path, row.Id);
        Db.Replace(row);

        entity.Id = row.Id;
        entity.Path = row.Path;
        entity.Level = row.Level;
        entity.SortOrder = row.SortOrder;
        Db.Insert(new ContentRow { NodeId = row.Id, ContentTypeId = entity.ContentTypeId });
    }

    /// <summary>The entity has got another parent: gives it path, level and the last place among its siblings.</summary>
    public void PlaceBelowParent(IContentBase entity, ContentKind kind)
    {
        var parent = Parent(entity.ParentId);
        entity.Path = PathBelow(parent.Path, entity.Id);
        entity.Level = parent.Level + 1;
        entity.SortOrder = NextSortOrder(entity, kind);
    }

    public void Update(IContentBase entity, ContentKind kind) => Db.Replace(ToRow(entity, kind));

    /// <summary>The content type can change only by the type services; the row then follows.</summary>
    public void UpdateType(IContentBase entity) =>
        Db.Set<ContentRow>()
            .Where(row => row.NodeId == entity.Id && row.ContentTypeId != entity.ContentTypeId)
            .ExecuteUpdate(set => set.SetProperty(row => row.ContentTypeId, entity.ContentTypeId));

    /// <summary>Gives the nodes the sort orders 0, 1, 2 in the order of their ids in the list.</summary>
    public void UpdateSortOrder(IReadOnlyList<int> orderedNodeIds)
    {
        for (var place = 0; place < orderedNodeIds.Count; place++)
        {
            var (id, sortOrder) = (orderedNodeIds[place], place);
            Db.Set<NodeRow>()
                .Where(node => node.Id == id && node.SortOrder != sortOrder)
                .ExecuteUpdate(set => set.SetProperty(node => node.SortOrder, sortOrder));
        }
    }

    private static string PathBelow(string parentPath, int id) =>
        string.Create(CultureInfo.InvariantCulture, $"{parentPath},{id}");

    private static NodeRow ToRow(IContentBase entity, ContentKind kind) =>
        new()
        {
            Id = entity.Id,
            Key = entity.Key,
            ParentId = entity.ParentId,
            Level = entity.Level,
            Path = entity.Path,
            SortOrder = entity.SortOrder,
            Trashed = entity.Trashed,
            UserId = RowReplacing.UserOrNull(entity.CreatorId),
            Name = entity.Name,
            ObjectType = kind.ObjectType,
            CreateDate = entity.CreateDate,
        };

    private NodeRow Parent(int parentId) =>
        Db.Set<NodeRow>().FirstOrDefault(node => node.Id == parentId)
        ?? throw new InvalidOperationException($"The parent {parentId} does not exist.");

    private int NextSortOrder(IContentBase entity, ContentKind kind) =>
        (Siblings(entity, kind).Max(node => (int?)node.SortOrder) ?? -1) + 1;

    private IQueryable<NodeRow> Siblings(IContentBase entity, ContentKind kind) =>
        Db.Set<NodeRow>().Where(node => node.ParentId == entity.ParentId && node.ObjectType == kind.ObjectType);
}
