using Microsoft.Extensions.Options;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Users;

internal sealed class FirstAdministrator(
    ICoreScopeProvider scopes,
    ScopedDatabase database,
    IUserRepository users,
    IOptionsMonitor<UserPasswordConfigurationSettings> passwordSettings,
    TimeProvider clock
) : IFirstAdministrator
{
    /// <summary>What the seed holds in place of a hash.</summary>
    private const string UnsetPassword = "default";

    public bool IsMissing()
    {
        using var scope = scopes.CreateCoreScope(autoComplete: true);
        return HasUnsetPassword();
    }

    public FirstAdministratorOutcome Create(string name, string email, string password)
    {
        if (string.IsNullOrWhiteSpace(name) || !email.IsEmail())
        {
            return FirstAdministratorOutcome.InvalidNameOrEmail;
        }

        if (!PasswordRules.AreMetBy(password, passwordSettings.CurrentValue))
        {
            return FirstAdministratorOutcome.PasswordTooWeak;
        }

        using var scope = scopes.CreateCoreScope();
        if (!HasUnsetPassword() || users.Get(Constants.Security.SuperUserKey) is not { } administrator)
        {
            return FirstAdministratorOutcome.AlreadyThere;
        }

        administrator.Name = name.Trim();
        administrator.Email = email.Trim();
        administrator.Username = administrator.Email;
        administrator.RawPasswordValue = PasswordHashing.Hash(password);
        administrator.PasswordConfiguration = PasswordHashing.Configuration;
        administrator.LastPasswordChangeDate = clock.GetUtcNow().UtcDateTime;
        users.Save(administrator);
        scope.Complete();
        return FirstAdministratorOutcome.Created;
    }

    private bool HasUnsetPassword() =>
        database
            .Context.Set<UserRow>()
            .Any(row => row.Key == Constants.Security.SuperUserKey && row.UserPassword == UnsetPassword);
}
