using Microsoft.Extensions.Options;
using NKCSI.Cms.Storage.Tests.Support;
using NKCSI.Cms.Storage.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Users;

public sealed class UserRepositoryTests : IDisposable
{
    private readonly StorageHarness _storage = new();

    private IUserRepository Users => _storage.Get<IUserRepository>();

    private IUserGroupRepository Groups => _storage.Get<IUserGroupRepository>();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void Get_SeededSuperUser_HasGroupsSectionsAndPermissions()
    {
        var user = _storage.InScope(() => Users.Get(Constants.Security.SuperUserKey));

        Assert.NotNull(user);
        Assert.True(user.HasIdentity);
        Assert.True(user.IsApproved);
        Assert.Equal(["admin", "sensitiveData"], user.Groups.Select(group => group.Alias).Order());
        Assert.Contains("settings", user.AllowedSections);
        Assert.Contains("Umb.Document.Publish", user.Groups.SelectMany(group => group.Permissions));
        Assert.False(user.IsDirty());
    }

    [Fact]
    public void Save_NewUser_IsReadBackWhole()
    {
        var saved = SaveNewUser("редактор@example.org");

        var read = _storage.InScope(() => Users.Get(saved.Id));

        Assert.NotNull(read);
        Assert.Equal(saved.Key, read.Key);
        Assert.Equal("Редактор", read.Name);
        Assert.Equal("редактор@example.org", read.Username);
        Assert.Equal(["editor"], read.Groups.Select(group => group.Alias));
        Assert.Equal([Constants.System.Root], read.StartContentIds!);
        Assert.Empty(read.StartMediaIds!);
        Assert.Equal(PasswordHashing.Configuration, read.PasswordConfiguration);
        Assert.NotEmpty(read.SecurityStamp!);
    }

    [Fact]
    public void Save_ChangedEmail_ChangesStampAndUnconfirmsEmailButKeepsPassword()
    {
        var user = SaveNewUser("a@example.org");
        var stamp = user.SecurityStamp;
        var password = user.RawPasswordValue;

        _storage.InScope(() =>
        {
            var read = Users.Get(user.Id)!;
            read.Email = "b@example.org";
            read.RawPasswordValue = string.Empty;
            Users.Save(read);
        });

        var changed = _storage.InScope(() => Users.Get(user.Id))!;
        Assert.Equal("b@example.org", changed.Email);
        Assert.NotEqual(stamp, changed.SecurityStamp);
        Assert.Equal(password, changed.RawPasswordValue);
        Assert.Null(changed.EmailConfirmedDate);
    }

    [Fact]
    public void Save_OtherGroups_AppliesTheDifferenceAndCountsAnew()
    {
        var user = SaveNewUser("a@example.org");
        Assert.Equal(1, _storage.InScope(() => Groups.Get("editor"))!.UserCount);

        _storage.InScope(() =>
        {
            var read = Users.Get(user.Id)!;
            read.ClearGroups();
            read.AddGroup(Groups.Get("writer")!.ToReadOnlyGroup());
            Users.Save(read);
        });

        Assert.Equal(["writer"], _storage.InScope(() => Users.Get(user.Key))!.Groups.Select(group => group.Alias));
        Assert.Equal(0, _storage.InScope(() => Groups.Get("editor"))!.UserCount);
        Assert.Equal(1, _storage.InScope(() => Groups.Get("writer"))!.UserCount);
    }

    [Fact]
    public void Save_InScopeThatIsNotCompleted_LeavesNoTraceInTheCache()
    {
        var user = SaveNewUser("a@example.org");
        using (_storage.Scopes.CreateCoreScope())
        {
            var read = Users.Get(user.Id)!;
            read.Name = "Друг";
            Users.Save(read);
        }

        Assert.Equal("Редактор", _storage.InScope(() => Users.Get(user.Id))!.Name);
        Assert.Equal("Редактор", _storage.InScope(() => Users.Get(user.Key))!.Name);
    }

    [Fact]
    public void Delete_UserWithSessionAndClient_RemovesAll()
    {
        var user = SaveNewUser("a@example.org");
        _storage.InScope(() =>
        {
            Users.CreateLoginSession(user.Id, "127.0.0.1");
            Users.AddClientId(user.Id, "umbraco-back-office-test");
        });

        _storage.InScope(() => Users.Delete(user));

        Assert.Null(_storage.InScope(() => Users.Get(user.Id)));
        Assert.False(_storage.InScope(() => Users.Exists(user.Key)));
        Assert.Empty(_storage.InScope(() => Users.GetAllClientIds()));
    }

    [Fact]
    public void GetPagedResultsByQuery_ByGroupStateAndPartOfName_CountsAndPages()
    {
        SaveNewUser("b@example.org");
        SaveNewUser("a@example.org");
        var filter = _storage.Scopes.CreateQuery<IUser>().Where(user => user.Name!.Contains("РЕДАКТОР"));

        var total = 0L;
        var page = _storage.InScope(() =>
            Users
                .GetPagedResultsByQuery(
                    null,
                    0,
                    1,
                    out total,
                    user => user.Email,
                    Direction.Ascending,
                    ["editor"],
                    ["admin"],
                    [UserState.Inactive],
                    filter
                )
                .ToList()
        );

        Assert.Equal(2, total);
        Assert.Equal("a@example.org", Assert.Single(page).Email);
    }

    [Fact]
    public void GetUserStates_SeedAndOneNewUser_CountsEveryState()
    {
        SaveNewUser("a@example.org");

        var states = _storage.InScope(() => Users.GetUserStates());

        Assert.Equal(2, states[UserState.All]);
        Assert.Equal(2, states[UserState.Inactive]);
        Assert.Equal(0, states[UserState.Active]);
        Assert.Equal(0, states[UserState.Disabled]);
    }

    [Fact]
    public void ValidateLoginSession_OfAnotherUserOrEnded_IsRefused()
    {
        var user = SaveNewUser("a@example.org");
        var session = _storage.InScope(() => Users.CreateLoginSession(user.Id, "127.0.0.1"));

        Assert.True(_storage.InScope(() => Users.ValidateLoginSession(user.Id, session)));
        Assert.False(_storage.InScope(() => Users.ValidateLoginSession(user.Id + 1, session)));
        _storage.InScope(() => Users.ClearLoginSession(session));
        Assert.False(_storage.InScope(() => Users.ValidateLoginSession(user.Id, session)));
    }

    [Fact]
    public void GetByClientId_AddedAndRemoved_FindsItsUser()
    {
        var user = SaveNewUser("a@example.org");
        _storage.InScope(() => Users.AddClientId(user.Id, "client"));

        Assert.Equal(user.Id, _storage.InScope(() => Users.GetByClientId("client"))!.Id);
        Assert.True(_storage.InScope(() => Users.RemoveClientId(user.Id, "client")));
        Assert.Null(_storage.InScope(() => Users.GetByClientId("client")));
    }

    private User SaveNewUser(string email) =>
        _storage.InScope(() =>
        {
            var user = new User(
                _storage.Get<IOptions<GlobalSettings>>().Value,
                "Редактор",
                email,
                email,
                PasswordHashing.Hash("парола-за-проба")
            )
            {
                StartContentIds = [Constants.System.Root],
                EmailConfirmedDate = TimeProvider.System.GetUtcNow().UtcDateTime,
            };
            user.AddGroup(Groups.Get("editor")!.ToReadOnlyGroup());
            Users.Save(user);
            return user;
        });
}
