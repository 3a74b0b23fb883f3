using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// Writes users. An update touches only what was changed, so that a sign-in does not undo what an administrator saved
/// meanwhile; an empty password never overwrites one, and a new password, login or e-mail ends the sessions by a new
/// security stamp (contracts/storage/semantics.md 13).
/// </summary>
internal sealed class UserWriter(ScopedDatabase database)
{
    private DbSet<UserRow> Rows => database.Context.Set<UserRow>();

    public void Insert(IUser user)
    {
        user.AddingEntity();
        EnsureStamp(user);
        var row = new UserRow
        {
            Key = user.Key,
            UserName = user.Name ?? string.Empty,
            UserLogin = user.Username,
            UserEmail = user.Email,
            UserPassword = string.IsNullOrWhiteSpace(user.RawPasswordValue) ? NobodysPassword() : user.RawPasswordValue,
            PasswordConfig = PasswordConfigurationOf(user),
            UserDisabled = !user.IsApproved,
            UserNoConsole = user.IsLockedOut,
            UserLanguage = user.Language,
            SecurityStampToken = user.SecurityStamp,
            FailedLoginAttempts = user.FailedPasswordAttempts,
            LastLockoutDate = user.LastLockoutDate,
            LastPasswordChangeDate = user.LastPasswordChangeDate,
            LastLoginDate = user.LastLoginDate,
            EmailConfirmedDate = user.EmailConfirmedDate,
            InvitedDate = user.InvitedDate,
            CreateDate = user.CreateDate,
            UpdateDate = user.UpdateDate,
            Kind = (int)user.Kind,
            Avatar = user.Avatar,
        };
        database.Context.Insert(row);
        user.Id = row.Id;
        SaveStartNodes(user);
        SaveGroups(user);
        user.ResetDirtyProperties();
    }

    public void Update(IUser user)
    {
        user.UpdatingEntity();
        EnsureStamp(user);
        var newPassword =
            user.IsPropertyDirty(nameof(IUser.RawPasswordValue)) && !string.IsNullOrWhiteSpace(user.RawPasswordValue);
        var newIdentity = user.IsPropertyDirty(nameof(IUser.Username)) || user.IsPropertyDirty(nameof(IUser.Email));
        if ((newPassword || newIdentity) && !user.IsPropertyDirty(nameof(IUser.SecurityStamp)))
        {
            user.SecurityStamp = NewStamp();
        }

        if (newIdentity)
        {
            user.EmailConfirmedDate = null;
        }

        Rows.Where(row => row.Id == user.Id).ExecuteUpdate(set => SetChanged(set, user, newPassword, newIdentity));
        SaveStartNodes(user);
        SaveGroups(user);
        user.ResetDirtyProperties();
    }

    public void Delete(IUser user)
    {
        var context = database.Context;
        context.Set<UserLoginRow>().Where(row => row.UserId == user.Id).ExecuteDelete();
        context.Set<UserMembershipRow>().Where(row => row.UserId == user.Id).ExecuteDelete();
        context.Set<UserNotifyRow>().Where(row => row.UserId == user.Id).ExecuteDelete();
        context.Set<UserClientIdRow>().Where(row => row.UserId == user.Id).ExecuteDelete();
        context.Set<UserStartNodeRow>().Where(row => row.UserId == user.Id).ExecuteDelete();
        context.Set<UserDataRow>().Where(row => row.UserKey == user.Key).ExecuteDelete();
        context.Set<TwoFactorLoginRow>().Where(row => row.UserOrMemberKey == user.Key).ExecuteDelete();
        var logins = context.Set<ExternalLoginRow>().Where(row => row.UserOrMemberKey == user.Key);
        context
            .Set<ExternalLoginTokenRow>()
            .Where(token => logins.Select(login => login.Id).Contains(token.ExternalLoginId))
            .ExecuteDelete();
        logins.ExecuteDelete();
        Rows.Where(row => row.Id == user.Id).ExecuteDelete();
    }

    /// <summary>For who signs in elsewhere or has still to choose: a hash that no password has, marked by Core's prefix.</summary>
    private static string NobodysPassword() =>
        Constants.Security.EmptyPasswordPrefix + PasswordHashing.Hash(Guid.NewGuid().ToString());

    private static string NewStamp() => Guid.NewGuid().ToString();

    private static string PasswordConfigurationOf(IUser user) =>
        string.IsNullOrWhiteSpace(user.PasswordConfiguration)
            ? PasswordHashing.Configuration
            : user.PasswordConfiguration;

    private static void EnsureStamp(IUser user)
    {
        if (string.IsNullOrWhiteSpace(user.SecurityStamp))
        {
            user.SecurityStamp = NewStamp();
        }
    }

    private static void SetChanged(UpdateSettersBuilder<UserRow> set, IUser user, bool newPassword, bool newIdentity)
    {
        set.SetProperty(row => row.UpdateDate, user.UpdateDate);
        Set(nameof(IUser.Name), () => set.SetProperty(row => row.UserName, user.Name ?? string.Empty));
        Set(nameof(IUser.Username), () => set.SetProperty(row => row.UserLogin, user.Username));
        Set(nameof(IUser.Email), () => set.SetProperty(row => row.UserEmail, user.Email));
        Set(nameof(IUser.IsApproved), () => set.SetProperty(row => row.UserDisabled, !user.IsApproved));
        Set(nameof(IUser.IsLockedOut), () => set.SetProperty(row => row.UserNoConsole, user.IsLockedOut));
        Set(nameof(IUser.Language), () => set.SetProperty(row => row.UserLanguage, user.Language));
        Set(nameof(IUser.SecurityStamp), () => set.SetProperty(row => row.SecurityStampToken, user.SecurityStamp));
        Set(nameof(IUser.LastLockoutDate), () => set.SetProperty(row => row.LastLockoutDate, user.LastLockoutDate));
        Set(nameof(IUser.LastLoginDate), () => set.SetProperty(row => row.LastLoginDate, user.LastLoginDate));
        Set(nameof(IUser.InvitedDate), () => set.SetProperty(row => row.InvitedDate, user.InvitedDate));
        Set(nameof(IUser.CreateDate), () => set.SetProperty(row => row.CreateDate, user.CreateDate));
        Set(nameof(IUser.Avatar), () => set.SetProperty(row => row.Avatar, user.Avatar));
        Set(
            nameof(IUser.FailedPasswordAttempts),
            () => set.SetProperty(row => row.FailedLoginAttempts, user.FailedPasswordAttempts)
        );
        Set(
            nameof(IUser.LastPasswordChangeDate),
            () => set.SetProperty(row => row.LastPasswordChangeDate, user.LastPasswordChangeDate)
        );
        if (newIdentity || user.IsPropertyDirty(nameof(IUser.EmailConfirmedDate)))
        {
            set.SetProperty(row => row.EmailConfirmedDate, user.EmailConfirmedDate);
        }

        if (newPassword)
        {
            set.SetProperty(row => row.UserPassword, user.RawPasswordValue!);
            set.SetProperty(row => row.PasswordConfig, PasswordConfigurationOf(user));
        }

        void Set(string member, Action change)
        {
            if (user.IsPropertyDirty(member))
            {
                change();
            }
        }
    }

    private void SaveStartNodes(IUser user)
    {
        if (user.IsPropertyDirty(nameof(IUser.StartContentIds)))
        {
            SaveStartNodes(user.Id, UserStartNodeRow.Content, user.StartContentIds);
        }

        if (user.IsPropertyDirty(nameof(IUser.StartMediaIds)))
        {
            SaveStartNodes(user.Id, UserStartNodeRow.Media, user.StartMediaIds);
        }
    }

    private void SaveStartNodes(int userId, int type, int[]? nodeIds)
    {
        if (nodeIds is null)
        {
            return;
        }

        var rows = database
            .Context.Set<UserStartNodeRow>()
            .Where(row => row.UserId == userId && row.StartNodeType == type);
        var assigned = rows.Select(row => row.StartNode).ToList();
        rows.Where(row => !nodeIds.Contains(row.StartNode)).ExecuteDelete();
        database.Context.Insert(
            nodeIds
                .Except(assigned)
                .Select(nodeId => new UserStartNodeRow
                {
                    UserId = userId,
                    StartNode = nodeId,
                    StartNodeType = type,
                })
                .ToList()
        );
    }

    private void SaveGroups(IUser user)
    {
        if (!user.IsPropertyDirty(nameof(IUser.Groups)))
        {
            return;
        }

        var groupIds = user.Groups.Select(group => group.Id).ToList();
        var rows = database.Context.Set<UserMembershipRow>().Where(row => row.UserId == user.Id);
        var assigned = rows.Select(row => row.UserGroupId).ToList();
        rows.Where(row => !groupIds.Contains(row.UserGroupId)).ExecuteDelete();
        database.Context.Insert(
            groupIds
                .Except(assigned)
                .Select(groupId => new UserMembershipRow { UserId = user.Id, UserGroupId = groupId })
                .ToList()
        );
    }
}
