using System.Net;
using Microsoft.AspNetCore.Identity;
using NKCSI.Web.Tests.Support;

namespace NKCSI.Web.Tests.FirstStart;

/// <summary>From an empty folder to the running site, and the starts after it.</summary>
public sealed class FirstStartTests(FirstSite site)
{
    private const string PasswordLine = "Еднократна парола: ";
    private const string ImportLine = "Внасяне на модела";

    [Fact]
    public void FirstStart_EmptyFolder_SaysItsStepsAddressesAndAdministrator()
    {
        Assert.Equal("База данни: създаване на таблиците", site.Said[0]);
        Assert.Contains(site.Said, line => line.StartsWith(ImportLine, StringComparison.Ordinal));
        Assert.Contains(site.Said, line => line.StartsWith("Индекс за търсене: ", StringComparison.Ordinal));
        Assert.Contains($"  {site.Address}", site.Said);
        Assert.Contains($"  {site.Address}en", site.Said);
        Assert.Contains("Администратор: admin@example.org", site.Said);
        Assert.Single(site.Said, line => line.StartsWith(PasswordLine, StringComparison.Ordinal));
    }

    [Fact]
    public void FirstStart_OneTimePassword_IsKeptAsIdentityHashesIt()
    {
        var password = site.Said.Single(line => line.StartsWith(PasswordLine, StringComparison.Ordinal))[
            PasswordLine.Length..
        ];
        AssertPassword(site.DatabaseFile, password);
    }

    [Fact]
    public async Task SecondStart_SameFolder_ImportsNothingAndShowsTheSame()
    {
        using var folder = TemporaryDataFolder.CopyOf(site.Folder);
        await using var second = SiteProcess.Start(folder.Path);
        var address = await second.ReadyAsync();
        using var client = FirstSite.NewClient(address);
        foreach (var path in (string[])["/", "/en", site.Pages.Of("innovation", PageKinds.Bulgarian)])
        {
            var before = await site.Client.GetStringAsync(path);
            var after = await client.GetStringAsync(path);
            Assert.Equal(before, after);
        }

        Assert.Equal(0, await second.StopAsync());
        Assert.DoesNotContain(ImportLine, second.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(PasswordLine, second.Everything, StringComparison.Ordinal);
        var difference = ContentOfDatabase.Differences(site.Content, ContentOfDatabase.Read(folder.DatabaseFile));
        Assert.True(difference.Length == 0, difference);
    }

    [Fact]
    public async Task EmptyStart_UnattendedUser_HasUmbracosSeedsAloneAndThatUser()
    {
        using var folder = new TemporaryDataFolder();
        const string password = "Дълга-парола-за-проба-42";
        await using var empty = SiteProcess.Start(
            folder.Path,
            ["--empty"],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["LANG"] = "en_US.UTF-8",
                ["Umbraco__CMS__Unattended__UnattendedUserName"] = "Проба",
                ["Umbraco__CMS__Unattended__UnattendedUserEmail"] = "proba@example.org",
                ["Umbraco__CMS__Unattended__UnattendedUserPassword"] = password,
            }
        );
        var address = await empty.ReadyAsync();
        using var client = FirstSite.NewClient(address);
        using var home = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.NotFound, home.StatusCode);
        Assert.Equal(0, await empty.StopAsync());

        Assert.Contains("Administrator: proba@example.org", empty.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(password, empty.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("password:", empty.Everything, StringComparison.OrdinalIgnoreCase);
        AssertPassword(folder.DatabaseFile, password);
        Assert.Equal(
            "Проба",
            ContentOfDatabase.Single(
                folder.DatabaseFile,
                "SELECT userName FROM umbracoUser WHERE userEmail = 'proba@example.org'"
            )
        );
        Assert.Equal(
            "en-US",
            ContentOfDatabase.Single(folder.DatabaseFile, "SELECT GROUP_CONCAT(languageISOCode) FROM umbracoLanguage")
        );
        Assert.Equal("0", ContentOfDatabase.Single(folder.DatabaseFile, "SELECT COUNT(*) FROM umbracoDocument"));
        Assert.Equal(
            "0",
            ContentOfDatabase.Single(
                folder.DatabaseFile,
                "SELECT COUNT(*) FROM umbracoNode WHERE nodeObjectType = 'A2CB7800-F571-4787-9638-BC48539A0EFB'"
            )
        );
    }

    private static void AssertPassword(string databaseFile, string password)
    {
        var hash = ContentOfDatabase.Single(
            databaseFile,
            "SELECT userPassword FROM umbracoUser WHERE userPassword IS NOT NULL AND userEmail <> ''"
        );
        Assert.NotNull(hash);
        Assert.Equal(
            PasswordVerificationResult.Success,
            new PasswordHasher<object>().VerifyHashedPassword(new object(), hash, password)
        );
    }
}
