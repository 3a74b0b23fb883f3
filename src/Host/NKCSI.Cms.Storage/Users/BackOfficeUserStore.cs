using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// Saves users for Core's user service, with the notifications about it: without this class every save of a user
/// throws (contracts/storage/boot.md 1.6).
/// </summary>
internal sealed class BackOfficeUserStore(
    ICoreScopeProvider scopes,
    IUserRepository users,
    IBackOfficeUserReader reader,
    IEventMessagesFactory eventMessages
) : IBackOfficeUserStore
{
    public async Task<UserOperationStatus> SaveAsync(IUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (string.IsNullOrWhiteSpace(user.Username) || string.IsNullOrWhiteSpace(user.Name))
        {
            throw new ArgumentException("A user has a name and a login.", nameof(user));
        }

        var messages = eventMessages.Get();
        using var scope = scopes.CreateCoreScope();
        var saving = new UserSavingNotification(user, messages);
        if (await scope.Notifications.PublishCancelableAsync(saving))
        {
            scope.Complete();
            return UserOperationStatus.CancelledByNotification;
        }

        users.Save(user);
        scope.Notifications.Publish(new UserSavedNotification(user, messages).WithStateFrom(saving));
        scope.Complete();
        return UserOperationStatus.Success;
    }

    public Task<UserOperationStatus> DisableAsync(IUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        user.IsApproved = false;
        return SaveAsync(user);
    }

    public Task<IUser?> GetByUserNameAsync(string username)
    {
        using var scope = scopes.CreateCoreScope(autoComplete: true);
        return Task.FromResult(users.GetByUsername(username, includeSecurityData: true));
    }

    public Task<IUser?> GetByEmailAsync(string email)
    {
        using var scope = scopes.CreateCoreScope(autoComplete: true);
        var query = scopes.CreateQuery<IUser>().Where(user => user.Email == email);
        return Task.FromResult(users.Get(query).FirstOrDefault());
    }

    public Task<IUser?> GetAsync(int id) => Task.FromResult(reader.GetById(id));

    public Task<IUser?> GetAsync(Guid key) => Task.FromResult(reader.GetByKey(key));

    public Task<IEnumerable<IUser>> GetUsersAsync(params Guid[]? keys) =>
        Task.FromResult(reader.GetManyByKey(keys ?? []));

    public Task<IEnumerable<IUser>> GetUsersAsync(params int[]? ids) => Task.FromResult(reader.GetManyById(ids ?? []));

    public Task<IEnumerable<IUser>> GetAllInGroupAsync(int groupId) => Task.FromResult(reader.GetAllInGroup(groupId));
}
