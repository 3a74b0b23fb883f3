using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Users;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Notifications;

/// <summary>Which user wants mail when somebody does something with a node.</summary>
internal sealed class NotificationsRepository(ScopedDatabase database) : INotificationsRepository
{
    private DbSet<UserNotifyRow> Rows => database.Context.Set<UserNotifyRow>();

    public bool TryCreateNotification(
        IUser user,
        IEntity entity,
        string action,
        [NotNullWhen(true)] out Notification? notification
    )
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(entity);
        if (Rows.Any(row => row.UserId == user.Id && row.NodeId == entity.Id && row.Action == action))
        {
            notification = null;
            return false;
        }

        notification = Insert(user, entity, [action]).Single();
        return true;
    }

    public int DeleteNotifications(IUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Rows.Where(row => row.UserId == user.Id).ExecuteDelete();
    }

    public int DeleteNotifications(IEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return Rows.Where(row => row.NodeId == entity.Id).ExecuteDelete();
    }

    public int DeleteNotifications(IUser user, IEntity entity)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(entity);
        return Rows.Where(row => row.UserId == user.Id && row.NodeId == entity.Id).ExecuteDelete();
    }

    public IEnumerable<Notification> GetEntityNotifications(IEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return ToModels(Rows.Where(row => row.NodeId == entity.Id));
    }

    public IEnumerable<Notification> GetUserNotifications(IUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return ToModels(Rows.Where(row => row.UserId == user.Id));
    }

    /// <summary>No user, action or node named means all of them.</summary>
    public IEnumerable<Notification> GetUsersNotifications(
        IEnumerable<int> userIds,
        string? action,
        IEnumerable<int> nodeIds,
        Guid objectType
    )
    {
        var (users, nodes) = (userIds.ToArray(), nodeIds.ToArray());
        var rows = Rows.Where(row => action == null || row.Action == action);
        if (users.Length > 0)
        {
            rows = rows.Where(row => EF.Parameter(users).Contains(row.UserId));
        }

        if (nodes.Length > 0)
        {
            rows = rows.Where(row => EF.Parameter(nodes).Contains(row.NodeId));
        }

        return [.. ToModels(rows).Where(notification => notification.EntityType == objectType)];
    }

    public IEnumerable<Notification> SetNotifications(IUser user, IEntity entity, string[] actions)
    {
        DeleteNotifications(user, entity);
        return Insert(user, entity, actions);
    }

    private List<Notification> Insert(IUser user, IEntity entity, string[] actions)
    {
        database.Context.Insert(
            actions
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(action => new UserNotifyRow
                {
                    UserId = user.Id,
                    NodeId = entity.Id,
                    Action = action,
                })
                .ToList()
        );
        return
        [
            .. ToModels(Rows.Where(row => row.UserId == user.Id && row.NodeId == entity.Id))
                .Where(notification => actions.Contains(notification.Action, StringComparer.OrdinalIgnoreCase)),
        ];
    }

    /// <summary>In the order of the tree, so that a mail about a branch reads from the top.</summary>
    private List<Notification> ToModels(IQueryable<UserNotifyRow> rows) =>
        [
            .. rows.Join(
                    database.Context.Set<NodeRow>(),
                    row => row.NodeId,
                    node => node.Id,
                    (row, node) =>
                        new
                        {
                            Row = row,
                            node.Level,
                            node.ObjectType,
                        }
                )
                .OrderBy(found => found.Row.UserId)
                .ThenBy(found => found.Level)
                .ThenBy(found => found.Row.NodeId)
                .ThenBy(found => found.Row.Action)
                .AsEnumerable()
                .Select(found => new Notification(
                    found.Row.NodeId,
                    found.Row.UserId,
                    found.Row.Action,
                    found.ObjectType ?? Guid.Empty
                )),
        ];
}
