using Umbraco.Cms.Core.Configuration;

namespace NKCSI.Cms.Storage.Users;

/// <summary>The rules of the configuration for new passwords.</summary>
internal static class PasswordRules
{
    public static bool AreMetBy(string password, IPasswordConfiguration rules) =>
        password.Length >= rules.RequiredLength
        && (!rules.RequireDigit || password.Any(char.IsAsciiDigit))
        && (!rules.RequireLowercase || password.Any(char.IsLower))
        && (!rules.RequireUppercase || password.Any(char.IsUpper))
        && (!rules.RequireNonLetterOrDigit || password.Any(character => !char.IsLetterOrDigit(character)));
}
