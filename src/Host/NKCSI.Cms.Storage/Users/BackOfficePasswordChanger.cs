using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// Changes a user's password for Core's user service, which has decided already who may. A new password ends the
/// user's sessions by a new security stamp. Refused are a wrong old password and a new one that the rules do not allow;
/// telling the user which of them it was belongs to the sign-in of the back office.
/// </summary>
internal sealed class BackOfficePasswordChanger(
    IBackOfficeUserStore store,
    IOptionsMonitor<UserPasswordConfigurationSettings> rules,
    TimeProvider clock
) : IBackOfficePasswordChanger
{
    public async Task<Attempt<PasswordChangedModel?>> ChangeBackOfficePassword(
        ChangeBackOfficeUserPasswordModel model,
        IUser? performingUser
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        var user = model.User;
        if (
            !PasswordRules.AreMetBy(model.NewPassword, rules.CurrentValue)
            || (!string.IsNullOrEmpty(model.OldPassword) && !IsPasswordOf(user, model.OldPassword))
        )
        {
            return Attempt.Fail<PasswordChangedModel?>(new PasswordChangedModel());
        }

        user.RawPasswordValue = PasswordHashing.Hash(model.NewPassword);
        user.PasswordConfiguration = PasswordHashing.Configuration;
        user.LastPasswordChangeDate = clock.GetUtcNow().UtcDateTime;
        return await store.SaveAsync(user) == UserOperationStatus.Success
            ? Attempt.Succeed<PasswordChangedModel?>(new PasswordChangedModel())
            : Attempt.Fail<PasswordChangedModel?>(new PasswordChangedModel());
    }

    private static bool IsPasswordOf(IUser user, string password) =>
        !string.IsNullOrEmpty(user.RawPasswordValue) && PasswordHashing.Verify(user.RawPasswordValue, password);
}
