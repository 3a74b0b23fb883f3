namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// The super user of a new database. Its seed has no password that anybody could enter; the first start gives it one
/// (contracts/storage/seed.md 6).
/// </summary>
public interface IFirstAdministrator
{
    /// <summary>Whether nobody has become the first administrator yet.</summary>
    bool IsMissing();

    /// <summary>Makes the seeded super user a person who can sign in; the login is the e-mail.</summary>
    /// <param name="name">The name that the back office shows.</param>
    /// <param name="email">The e-mail, with which the administrator signs in.</param>
    /// <param name="password">The password in clear; only its hash is stored.</param>
    FirstAdministratorOutcome Create(string name, string email, string password);
}

/// <summary>What became of creating the first administrator.</summary>
public enum FirstAdministratorOutcome
{
    /// <summary>The administrator can sign in.</summary>
    Created,

    /// <summary>There is one already; nothing was changed.</summary>
    AlreadyThere,

    /// <summary>The name is empty or the e-mail is none.</summary>
    InvalidNameOrEmail,

    /// <summary>The password is not what <c>Umbraco:CMS:Security:UserPassword</c> asks for.</summary>
    PasswordTooWeak,
}
