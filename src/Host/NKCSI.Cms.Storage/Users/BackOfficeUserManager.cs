using System.Security.Principal;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// Creates and unlocks users for Core's user service. Tokens for confirming e-mails and resetting passwords belong to
/// the sign-in of the back office, which this host does not have yet: they answer with their operation status that
/// they cannot be had, and no token is valid.
/// </summary>
internal sealed class BackOfficeUserManager(
    IBackOfficeUserStore store,
    IExternalLoginWithKeyService externalLogins,
    IOptionsMonitor<GlobalSettings> globalSettings,
    IOptionsMonitor<UserPasswordConfigurationSettings> passwordSettings,
    TimeProvider clock
) : ICoreBackOfficeUserManager
{
    /// <summary>Creates a user with a random password, which the answer tells once.</summary>
    public async Task<IdentityCreationResult> CreateAsync(UserCreateModel createModel)
    {
        ArgumentNullException.ThrowIfNull(createModel);
        var password = GeneratePassword();
        var user = NewUser(createModel);
        user.RawPasswordValue = PasswordHashing.Hash(password);
        user.PasswordConfiguration = PasswordHashing.Configuration;
        user.LastPasswordChangeDate = clock.GetUtcNow().UtcDateTime;
        user.IsApproved = true;
        return await SaveAsync(user, password);
    }

    /// <summary>Creates a user who has no password and cannot sign in before the invitation is accepted.</summary>
    public async Task<IdentityCreationResult> CreateForInvite(UserCreateModel createModel)
    {
        ArgumentNullException.ThrowIfNull(createModel);
        var user = NewUser(createModel);
        user.IsApproved = false;
        user.InvitedDate = clock.GetUtcNow().UtcDateTime;
        return await SaveAsync(user, initialPassword: null);
    }

    public Task<Attempt<string, UserOperationStatus>> GenerateEmailConfirmationTokenAsync(IUser user) =>
        Task.FromResult(Attempt.FailWithStatus(UserOperationStatus.CannotInvite, string.Empty));

    public Task<Attempt<string, UserOperationStatus>> GeneratePasswordResetTokenAsync(IUser user) =>
        Task.FromResult(Attempt.FailWithStatus(UserOperationStatus.CannotPasswordReset, string.Empty));

    public async Task<Attempt<UserUnlockResult, UserOperationStatus>> UnlockUser(IUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        user.IsLockedOut = false;
        user.FailedPasswordAttempts = 0;
        var status = await store.SaveAsync(user);
        return status == UserOperationStatus.Success
            ? Attempt.SucceedWithStatus(status, new UserUnlockResult())
            : Attempt.FailWithStatus(status, new UserUnlockResult());
    }

    public Task<Attempt<ICollection<IIdentityUserLogin>, UserOperationStatus>> GetLoginsAsync(IUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        ICollection<IIdentityUserLogin> logins = [.. externalLogins.GetExternalLogins(user.Key)];
        return Task.FromResult(Attempt.SucceedWithStatus(UserOperationStatus.Success, logins));
    }

    public Task<bool> IsEmailConfirmationTokenValidAsync(IUser user, string token) => Task.FromResult(false);

    public Task<bool> IsResetPasswordTokenValidAsync(IUser user, string token) => Task.FromResult(false);

    public void NotifyForgotPasswordRequested(IPrincipal user, string toString)
    {
        // Nobody can ask for it before there is a sign-in.
    }

    public string GeneratePassword() => new PasswordGenerator(passwordSettings.CurrentValue).GeneratePassword();

    private User NewUser(UserCreateModel model)
    {
        var user = new User(globalSettings.CurrentValue)
        {
            Name = model.Name,
            Email = model.Email,
            Username = model.UserName,
            Language = globalSettings.CurrentValue.DefaultUILanguage,
            SecurityStamp = Guid.NewGuid().ToString(),
            Kind = model.Kind,
        };
        if (model.Id is { } key)
        {
            user.Key = key;
        }

        return user;
    }

    private async Task<IdentityCreationResult> SaveAsync(User user, string? initialPassword) =>
        await store.SaveAsync(user) switch
        {
            UserOperationStatus.Success => new IdentityCreationResult
            {
                Succeded = true,
                InitialPassword = initialPassword,
            },
            UserOperationStatus.CancelledByNotification => IdentityCreationResult.Cancel(),
            var status => IdentityCreationResult.Fail(status.ToString()),
        };
}
