using Microsoft.AspNetCore.Identity;
using Umbraco.Cms.Core.Models.Membership;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// Umbraco's password hash is that of ASP.NET Core Identity, version 3, with its default options: a genuine Umbraco
/// verifies what is hashed here, and the other way round.
/// </summary>
internal static class PasswordHashing
{
    /// <summary>What stands beside such a hash in the database.</summary>
    public const string Configuration = """{"hashAlgorithm":"PBKDF2.ASPNETCORE.V3"}""";

    // The user does not enter the hash.
    private static readonly PasswordHasher<IUser> Hasher = new();

    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>Whether the password has this hash. What is no hash, such as the mark of a seed, is nobody's.</summary>
    public static bool Verify(string hash, string password) =>
        Convert.TryFromBase64String(hash, new byte[hash.Length], out _)
        && Hasher.VerifyHashedPassword(null!, hash, password) != PasswordVerificationResult.Failed;
}
