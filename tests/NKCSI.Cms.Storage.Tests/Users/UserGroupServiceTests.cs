using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Models.Membership.Permissions;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Users;

public sealed class UserGroupServiceTests(EditedSite site) : IClassFixture<EditedSite>
{
    private const string Read = "Umb.Document.Read";
    private const string Update = "Umb.Document.Update";

    private IUserGroupService Groups => site.Get<IUserGroupService>();

    private IUserService Users => site.Get<IUserService>();

    [Fact]
    public async Task CreateAsync_GroupWithAllItAllows_IsReadBackWhole()
    {
        var type = await site.GivenDocumentTypeAsync("permissionPage");
        var document = site.GivenDocument("С права", type);
        var group = NewGroup("reviewers");
        group.Description = "Рецензенти";
        group.AddAllowedLanguage(1);
        group.HasAccessToAllLanguages = false;
        group.GranularPermissions.Add(new DocumentGranularPermission { Key = document.Key, Permission = Update });
        group.GranularPermissions.Add(
            new DocumentPropertyValueGranularPermission { Key = type.Key, Permission = $"{Guid.NewGuid()}|{Read}" }
        );
        group.GranularPermissions.Add(
            new UnknownTypeGranularPermission { Context = "Nkcsi.Catalogue", Permission = "approve" }
        );

        var created = await Groups.CreateAsync(group, EditedSite.Editor, [EditedSite.Editor]);

        Assert.Equal(UserGroupOperationStatus.Success, created.Status);
        var read = (await Groups.GetAsync("reviewers"))!;
        Assert.Equal("Рецензенти", read.Description);
        Assert.Equal(["content"], read.AllowedSections);
        Assert.Equal([1], read.AllowedLanguages);
        Assert.False(read.HasAccessToAllLanguages);
        Assert.Equal([Read], read.Permissions);
        Assert.Equal(1, read.UserCount);
        Assert.Equal(group.GranularPermissions.Count, read.GranularPermissions.Count);
        Assert.Equal(document.Key, read.GranularPermissions.OfType<DocumentGranularPermission>().Single().Key);
        Assert.Equal(
            "Nkcsi.Catalogue",
            read.GranularPermissions.OfType<UnknownTypeGranularPermission>().Single().Context
        );
        Assert.Contains((await Users.GetAsync(EditedSite.Editor))!.Groups, member => member.Alias == "reviewers");
    }

    [Fact]
    public async Task UpdateAsync_OtherSectionsAndPermissions_ReplacesTheOldOnes()
    {
        await Groups.CreateAsync(NewGroup("updated"), EditedSite.Editor);
        var group = (await Groups.GetAsync("updated"))!;
        group.ClearAllowedSections();
        group.AddAllowedSection("media");
        group.Permissions = new HashSet<string>(StringComparer.Ordinal) { Update };

        var updated = await Groups.UpdateAsync(group, EditedSite.Editor);

        Assert.Equal(UserGroupOperationStatus.Success, updated.Status);
        var read = (await Groups.GetAsync(group.Key))!;
        Assert.Equal(["media"], read.AllowedSections);
        Assert.Equal([Update], read.Permissions);
    }

    [Fact]
    public async Task AddAndRemoveUsers_OfAGroup_ShowAtTheUserAtOnce()
    {
        await Groups.CreateAsync(NewGroup("team"), EditedSite.Editor);
        var group = (await Groups.GetAsync("team"))!;
        var members = new UsersToUserGroupManipulationModel(group.Key, [EditedSite.Editor]);

        Assert.True((await Groups.AddUsersToUserGroupAsync(members, EditedSite.Editor)).Success);
        Assert.Contains((await Users.GetAsync(EditedSite.Editor))!.Groups, member => member.Alias == "team");
        Assert.True((await Groups.RemoveUsersFromUserGroupAsync(members, EditedSite.Editor)).Success);
        Assert.DoesNotContain((await Users.GetAsync(EditedSite.Editor))!.Groups, member => member.Alias == "team");
    }

    [Fact]
    public async Task DeleteAsync_GroupWithPermissions_IsGone()
    {
        await Groups.CreateAsync(NewGroup("deleted"), EditedSite.Editor, [EditedSite.Editor]);
        var group = (await Groups.GetAsync("deleted"))!;

        Assert.True((await Groups.DeleteAsync(new HashSet<Guid> { group.Key })).Success);

        Assert.Null(await Groups.GetAsync("deleted"));
        Assert.DoesNotContain((await Users.GetAsync(EditedSite.Editor))!.Groups, member => member.Alias == "deleted");
    }

    [Fact]
    public async Task GetPermissions_ExplicitOnADocument_OverrideTheDefaults()
    {
        await Groups.CreateAsync(NewGroup("explicit"), EditedSite.Editor);
        var group = (await Groups.GetAsync("explicit"))!;
        var type = await site.GivenDocumentTypeAsync("explicitPage");
        var given = site.GivenDocument("Дадено", type);
        var other = site.GivenDocument("Недадено", type);

        Users.ReplaceUserGroupPermissions(group.Id, new HashSet<string>(StringComparer.Ordinal) { Update }, given.Id);

        var permissions = Users.GetPermissions([group], fallbackToDefaultPermissions: true, given.Id, other.Id);
        Assert.Equal([Update], permissions.GetAllPermissions(given.Id));
        Assert.Equal([Read], permissions.GetAllPermissions(other.Id));
        Users.AssignUserGroupPermission(group.Id, Read, given.Id);
        Assert.Equal(
            [Read, Update],
            Users.GetPermissions([group], false, given.Id).GetAllPermissions(given.Id).Order(StringComparer.Ordinal)
        );
    }

    private UserGroup NewGroup(string alias)
    {
        var group = new UserGroup(site.Get<IShortStringHelper>(), 0, alias, alias, "icon-users")
        {
            HasAccessToAllLanguages = true,
            Permissions = new HashSet<string>(StringComparer.Ordinal) { Read },
        };
        group.AddAllowedSection("content");
        return group;
    }
}
