using System.Globalization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;
using RelationTypes = Umbraco.Cms.Core.Constants.Conventions.RelationTypes;

namespace NKCSI.Cms.Hosting.Relations;

/// <summary>
/// Remembers, while an item lies in the recycle bin, where it came from, so that it can be put back
/// (gap-17.8.md 8). The relation goes when the item leaves the bin.
/// </summary>
internal sealed class RelationsOfTrashedItems(
    ICoreScopeProvider scopes,
    IRelationService relations,
    IEntityService entities,
    IAuditService audit,
    ILocalizedTextService texts,
    IBackOfficeSecurityAccessor security,
    IUserIdKeyResolver userKeys
)
    : INotificationHandler<ContentMovedNotification>,
        INotificationAsyncHandler<ContentMovedToRecycleBinNotification>,
        INotificationHandler<MediaMovedNotification>,
        INotificationAsyncHandler<MediaMovedToRecycleBinNotification>
{
    public void Handle(ContentMovedNotification notification) =>
        Forget(
            notification
                .MoveInfoCollection.Where(move => WasIn(move.OriginalPath, Constants.System.RecycleBinContent))
                .Select(move => move.Entity.Id),
            RelationTypes.RelateParentDocumentOnDeleteAlias
        );

    public void Handle(MediaMovedNotification notification) =>
        Forget(
            notification
                .MoveInfoCollection.Where(move => WasIn(move.OriginalPath, Constants.System.RecycleBinMedia))
                .Select(move => move.Entity.Id),
            RelationTypes.RelateParentMediaFolderOnDeleteAlias
        );

    public Task HandleAsync(ContentMovedToRecycleBinNotification notification, CancellationToken cancellationToken) =>
        RememberAsync(
            notification.MoveInfoCollection.Select(move => ((IContentBase)move.Entity, move.OriginalPath)),
            new Kind(
                RelationTypes.RelateParentDocumentOnDeleteAlias,
                RelationTypes.RelateParentDocumentOnDeleteName,
                UmbracoObjectTypes.Document,
                "contentTrashed"
            )
        );

    public Task HandleAsync(MediaMovedToRecycleBinNotification notification, CancellationToken cancellationToken) =>
        RememberAsync(
            notification.MoveInfoCollection.Select(move => ((IContentBase)move.Entity, move.OriginalPath)),
            new Kind(
                RelationTypes.RelateParentMediaFolderOnDeleteAlias,
                RelationTypes.RelateParentMediaFolderOnDeleteName,
                UmbracoObjectTypes.Media,
                "mediaTrashed"
            )
        );

    private static bool WasIn(string originalPath, int recycleBin) =>
        originalPath.Split(',').Contains(recycleBin.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private void Forget(IEnumerable<int> ids, string relationTypeAlias)
    {
        foreach (var relation in ids.SelectMany(id => relations.GetByChildId(id)).ToArray())
        {
            if (relation.RelationType.Alias.InvariantEquals(relationTypeAlias))
            {
                relations.Delete(relation);
            }
        }
    }

    private async Task RememberAsync(IEnumerable<(IContentBase Item, string OriginalPath)> moves, Kind kind)
    {
        using var scope = scopes.CreateCoreScope();
        var type = TypeOf(kind);
        foreach (var (item, originalPath) in moves)
        {
            var parentId = OriginalParent(originalPath);

            // The parent may have been deleted by what moved the item here.
            if (!entities.Exists(parentId))
            {
                continue;
            }

            relations.Save(
                relations.GetByParentAndChildId(parentId, item.Id, type) ?? new Relation(parentId, item.Id, type)
            );
            await audit.AddAsync(
                AuditType.Delete,
                security.BackOfficeSecurity?.CurrentUser?.Key ?? await userKeys.GetAsync(item.WriterId),
                item.Id,
                kind.ObjectType.GetName(),
                string.Format(
                    CultureInfo.InvariantCulture,
                    texts.Localize("recycleBin", kind.TextAlias),
                    item.Id,
                    parentId
                )
            );
        }

        scope.Complete();
    }

    /// <summary>A site may have lost the seeded type.</summary>
    private IRelationType TypeOf(Kind kind)
    {
        if (relations.GetRelationTypeByAlias(kind.Alias) is { } existing)
        {
            return existing;
        }

        var objectType = Constants.ObjectTypes.Document;
        var created = new RelationType(kind.Name, kind.Alias, false, objectType, objectType, false);
        relations.Save(created);
        return created;
    }

    private static int OriginalParent(string originalPath)
    {
        var path = originalPath.Split(',');
        return path.Length > 2 ? int.Parse(path[^2], CultureInfo.InvariantCulture) : Constants.System.Root;
    }

    private sealed record Kind(string Alias, string Name, UmbracoObjectTypes ObjectType, string TextAlias);
}
