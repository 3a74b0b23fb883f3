using NKCSI.Cms.Storage.Tests.Support;
using NKCSI.Cms.Storage.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Users;

public sealed class FirstAdministratorTests : IDisposable
{
    private const string Email = "admin@example.org";

    private readonly StorageHarness _storage = new();

    private IFirstAdministrator Administrator => _storage.Get<IFirstAdministrator>();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void Create_OnSeeds_FillsTheSuperUserOnce()
    {
        var password = OneTimePassword.Create();
        Assert.True(Administrator.IsMissing());

        var first = Administrator.Create("Администратор", Email, password);
        var second = Administrator.Create("Друг", "other@example.org", OneTimePassword.Create());

        Assert.Equal(FirstAdministratorOutcome.Created, first);
        Assert.Equal(FirstAdministratorOutcome.AlreadyThere, second);
        Assert.False(Administrator.IsMissing());
        var user = _storage.InScope(() =>
            _storage.Get<IUserRepository>().GetByUsername(Email, includeSecurityData: true)
        );
        Assert.NotNull(user);
        Assert.Equal(Constants.Security.SuperUserKey, user.Key);
        Assert.Equal("Администратор", user.Name);
        Assert.NotNull(user.LastPasswordChangeDate);
        Assert.NotEmpty(user.SecurityStamp!);
        Assert.True(PasswordHashing.Verify(user.RawPasswordValue!, password));
        Assert.False(PasswordHashing.Verify(user.RawPasswordValue!, password + "x"));
    }

    [Theory]
    [InlineData("Администратор", Email, "къса", FirstAdministratorOutcome.PasswordTooWeak)]
    [InlineData("Администратор", "не е поща", "достатъчно-дълга", FirstAdministratorOutcome.InvalidNameOrEmail)]
    [InlineData(" ", Email, "достатъчно-дълга", FirstAdministratorOutcome.InvalidNameOrEmail)]
    public void Create_WithWhatCannotBe_ChangesNothing(
        string name,
        string email,
        string password,
        FirstAdministratorOutcome expected
    )
    {
        Assert.Equal(expected, Administrator.Create(name, email, password));
        Assert.True(Administrator.IsMissing());
    }

    [Fact]
    public void OneTimePassword_ManyTimes_IsReadableLongAndNeverTheSame()
    {
        var passwords = Enumerable.Range(0, 200).Select(_ => OneTimePassword.Create()).ToList();

        Assert.Equal(passwords.Count, passwords.Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            passwords,
            password =>
            {
                Assert.True(password.Length >= 16);
                Assert.Contains(password, char.IsAsciiDigit);
                Assert.Contains(password, char.IsAsciiLetterLower);
                Assert.Contains(password, char.IsAsciiLetterUpper);
                Assert.DoesNotContain(password, "0O1Il".Contains);
            }
        );
    }
}
