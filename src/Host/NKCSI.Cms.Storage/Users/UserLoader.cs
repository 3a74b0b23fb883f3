using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Users;

/// <summary>Reads users with their groups and start nodes, in a fixed number of statements.</summary>
internal sealed class UserLoader(
    ScopedDatabase database,
    UserGroupLoader groups,
    IOptionsMonitor<GlobalSettings> globalSettings
)
{
    /// <summary>The users of the rows, in the order of the rows.</summary>
    public IReadOnlyList<IUser> Load(IQueryable<UserRow> rows)
    {
        var users = rows.ToList();
        if (users.Count == 0)
        {
            return [];
        }

        var ids = users.Select(user => user.Id).ToArray();
        var memberships = database
            .Context.Set<UserMembershipRow>()
            .Where(row => EF.Parameter(ids).Contains(row.UserId))
            .ToLookup(row => row.UserId, row => row.UserGroupId);
        var groupsById = groups
            .Get([.. memberships.SelectMany(membership => membership).Distinct()])
            .ToDictionary(group => group.Id, group => group.ToReadOnlyGroup());
        var startNodes = database
            .Context.Set<UserStartNodeRow>()
            .Where(row => EF.Parameter(ids).Contains(row.UserId))
            .OrderBy(row => row.Id)
            .ToLookup(row => row.UserId);
        return
        [
            .. users.Select(user =>
                ToModel(
                    user,
                    [.. memberships[user.Id].Where(groupsById.ContainsKey).Select(id => groupsById[id])],
                    [.. startNodes[user.Id]]
                )
            ),
        ];
    }

    private User ToModel(UserRow row, IReadOnlyUserGroup[] memberOf, IReadOnlyCollection<UserStartNodeRow> startNodes)
    {
        var user = new User(
            globalSettings.CurrentValue,
            row.Id,
            row.UserName,
            row.UserEmail,
            row.UserLogin,
            row.UserPassword,
            row.PasswordConfig,
            memberOf,
            StartNodes(startNodes, UserStartNodeRow.Content),
            StartNodes(startNodes, UserStartNodeRow.Media)
        );
        user.DisableChangeTracking();
        user.Key = row.Key;
        user.IsApproved = !row.UserDisabled;
        user.IsLockedOut = row.UserNoConsole;
        user.Language = row.UserLanguage;
        user.SecurityStamp = row.SecurityStampToken;
        user.FailedPasswordAttempts = row.FailedLoginAttempts ?? 0;
        user.LastLockoutDate = row.LastLockoutDate;
        user.LastPasswordChangeDate = row.LastPasswordChangeDate;
        user.LastLoginDate = row.LastLoginDate;
        user.EmailConfirmedDate = row.EmailConfirmedDate;
        user.InvitedDate = row.InvitedDate;
        user.CreateDate = row.CreateDate;
        user.UpdateDate = row.UpdateDate;
        user.Avatar = row.Avatar;
        user.Kind = (UserKind)row.Kind;
        user.ResetDirtyProperties(rememberDirty: false);
        user.EnableChangeTracking();
        return user;
    }

    private static int[] StartNodes(IEnumerable<UserStartNodeRow> rows, int type) =>
        [.. rows.Where(row => row.StartNodeType == type).Select(row => row.StartNode)];
}
