using NKCSI.Cms.Storage.Tests.Support;
using NKCSI.Cms.Storage.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Users;

public sealed class UserServiceTests(EditedSite site) : IClassFixture<EditedSite>
{
    private IUserService Users => site.Get<IUserService>();

    private IUserGroupService Groups => site.Get<IUserGroupService>();

    [Fact]
    public async Task CreateAsync_NewEditor_IsReadBackWithItsGroups()
    {
        var (user, password) = await GivenUserAsync("create@example.org", "editor");

        var read = await Users.GetAsync(user.Key);

        Assert.NotNull(read);
        Assert.Equal("create@example.org", read.Username);
        Assert.Equal(["editor"], read.Groups.Select(group => group.Alias));
        Assert.Equal(["content", "forms", "media"], read.AllowedSections.Order(StringComparer.Ordinal));
        Assert.True(read.IsApproved);
        Assert.True(PasswordHashing.Verify(read.RawPasswordValue!, password));
        Assert.Equal(read.Id, await site.Get<IUserIdKeyResolver>().GetAsync(read.Key));
        Assert.Equal(read.Id, Users.GetByUsername("CREATE@example.org")!.Id);
    }

    [Fact]
    public async Task UpdateAsync_NameStartNodeAndGroups_AreStored()
    {
        var (user, _) = await GivenUserAsync("update@example.org", "editor");
        var type = await site.GivenDocumentTypeAsync("startPage");
        var start = site.GivenDocument("Начало на редактора", type);
        var writers = (await Groups.GetAsync("writer"))!;

        var updated = await Users.UpdateAsync(
            EditedSite.Editor,
            new UserUpdateModel
            {
                ExistingUserKey = user.Key,
                Name = "Нова",
                UserName = "update@example.org",
                Email = "update@example.org",
                LanguageIsoCode = "en-US",
                ContentStartNodeKeys = new HashSet<Guid> { start.Key },
                UserGroupKeys = new HashSet<Guid> { writers.Key },
            }
        );

        Assert.Equal(UserOperationStatus.Success, updated.Status);
        var read = (await Users.GetAsync(user.Key))!;
        Assert.Equal("Нова", read.Name);
        Assert.Equal([start.Id], read.StartContentIds!);
        Assert.Equal(["writer"], read.Groups.Select(group => group.Alias));
    }

    [Fact]
    public async Task DisableAndEnableAsync_User_ChangesItsState()
    {
        var (user, _) = await GivenUserAsync("disable@example.org", "editor");

        Assert.Equal(
            UserOperationStatus.Success,
            await Users.DisableAsync(EditedSite.Editor, new HashSet<Guid> { user.Key })
        );
        Assert.Equal(UserState.Disabled, (await Users.GetAsync(user.Key))!.UserState);
        Assert.Equal(
            UserOperationStatus.Success,
            await Users.EnableAsync(EditedSite.Editor, new HashSet<Guid> { user.Key })
        );
        Assert.Equal(UserState.Inactive, (await Users.GetAsync(user.Key))!.UserState);
    }

    [Fact]
    public async Task ChangePasswordAsync_OwnWithTheOldOne_NeedsTheRightOldOne()
    {
        var (user, password) = await GivenUserAsync("password@example.org", "editor");
        var changed = new ChangeUserPasswordModel
        {
            UserKey = user.Key,
            NewPassword = "друга-дълга-парола",
            OldPassword = "не-е-старата",
        };

        Assert.False((await Users.ChangePasswordAsync(user.Key, changed)).Success);
        changed.OldPassword = password;
        var before = (await Users.GetAsync(user.Key))!.SecurityStamp;
        Assert.True((await Users.ChangePasswordAsync(user.Key, changed)).Success);

        var read = (await Users.GetAsync(user.Key))!;
        Assert.True(PasswordHashing.Verify(read.RawPasswordValue!, "друга-дълга-парола"));
        Assert.NotEqual(before, read.SecurityStamp);
    }

    [Fact]
    public async Task DeleteAsync_UserWhoNeverSignedIn_IsGone()
    {
        var (user, _) = await GivenUserAsync("delete@example.org", "editor");

        var status = await Users.DeleteAsync(EditedSite.Editor, new HashSet<Guid> { user.Key });

        Assert.Equal(UserOperationStatus.Success, status);
        Assert.Null(await Users.GetAsync(user.Key));
        Assert.False(site.Get<IUserService>().Exists("delete@example.org"));
    }

    [Fact]
    public async Task FilterAsync_ByPartOfAName_FindsCyrillicWhateverTheCase()
    {
        await GivenUserAsync("filter@example.org", "writer", name: "Йоана Филтърова");

        var found = await Users.FilterAsync(
            EditedSite.Editor,
            new UserFilter { NameFilters = new HashSet<string> { "ФИЛТЪРОВА" } },
            0,
            10
        );

        Assert.Equal(["Йоана Филтърова"], found.Result.Items.Select(user => user.Name!));
    }

    [Fact]
    public async Task UnlockAsync_LockedUser_MayTryAgain()
    {
        var (user, _) = await GivenUserAsync("unlock@example.org", "editor");
        user.IsLockedOut = true;
        user.FailedPasswordAttempts = 5;
        Users.Save(user);

        var unlocked = await Users.UnlockAsync(EditedSite.Editor, user.Key);

        Assert.Equal(UserOperationStatus.Success, unlocked.Status);
        var read = (await Users.GetAsync(user.Key))!;
        Assert.False(read.IsLockedOut);
        Assert.Equal(0, read.FailedPasswordAttempts);
    }

    [Fact]
    public async Task InviteAsync_WithoutMail_IsRefusedByItsStatus()
    {
        var group = (await Groups.GetAsync("editor"))!;

        var invited = await Users.InviteAsync(
            EditedSite.Editor,
            new UserInviteModel
            {
                Email = "invite@example.org",
                UserName = "invite@example.org",
                Name = "Поканена",
                UserGroupKeys = new HashSet<Guid> { group.Key },
            }
        );

        Assert.Equal(UserOperationStatus.CannotInvite, invited.Status);
    }

    private async Task<(IUser User, string Password)> GivenUserAsync(
        string email,
        string group,
        string name = "Редактор"
    )
    {
        var key = (await Groups.GetAsync(group))!.Key;
        var created = await Users.CreateAsync(
            EditedSite.Editor,
            new UserCreateModel
            {
                Email = email,
                UserName = email,
                Name = name,
                UserGroupKeys = new HashSet<Guid> { key },
            },
            approveUser: true
        );
        Assert.Equal(UserOperationStatus.Success, created.Status);
        return (created.Result.CreatedUser!, created.Result.InitialPassword!);
    }
}
