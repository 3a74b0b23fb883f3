using System.Text;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Xunit;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Tests.Site;

/// <summary>Core's smaller services on their repositories.</summary>
public sealed class SmallServicesTests(EditedSite site) : IClassFixture<EditedSite>
{
    [Fact]
    public async Task Audit_SavedAndPublishedDocument_HasItsHistory()
    {
        var type = await site.GivenDocumentTypeAsync("auditedPage");
        var document = site.GivenDocument("С история", type);
        site.Get<IContentService>().Publish(document, ["*"]);

        var history = await site.Get<IAuditService>()
            .GetItemsByKeyAsync(document.Key, UmbracoObjectTypes.Document, 0, 10);

        Assert.Equal(2, history.Total);
        Assert.Equal([AuditType.Publish, AuditType.Save], history.Items.Select(item => item.AuditType));
        Assert.All(history.Items, item => Assert.Equal(document.Id, item.Id));
        var saves = await site.Get<IAuditService>()
            .GetItemsByKeyAsync(
                document.Key,
                UmbracoObjectTypes.Document,
                0,
                10,
                sinceDate: TimeProvider.System.GetUtcNow().AddDays(-1),
                auditTypeFilter: [AuditType.Save]
            );
        Assert.Equal(1, saves.Total);
    }

    [Fact]
    public async Task AuditEntries_SavedUser_AreWritten()
    {
        await site.Get<IAuditEntryService>()
            .WriteAsync(
                Constants.Security.SuperUserKey,
                "изпълнител",
                "127.0.0.1",
                TimeProvider.System.GetUtcNow().UtcDateTime,
                Constants.Security.SuperUserKey,
                "засегнат",
                "nkcsi/test",
                "подробности"
            );

        using var scope = site.Get<Umbraco.Cms.Core.Scoping.ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        var page = site.Get<IAuditEntryRepository>().GetPage(0, 100, out var total).ToList();
        Assert.Equal(page.Count, total);
        var written = page.Single(entry => entry.EventType == "nkcsi/test");
        Assert.Equal(Constants.Security.SuperUserKey, written.PerformingUserKey);
        Assert.Equal("подробности", written.EventDetails);
    }

    [Fact]
    public async Task PublicAccess_ProtectedParent_ProtectsItsChildren()
    {
        var type = await site.GivenDocumentTypeAsync("protectedPage");
        var parent = site.GivenDocument("Закрита", type);
        var child = site.GivenDocument("Под нея", type, parent.Id);
        var login = site.GivenDocument("Вход", type);
        var access = site.Get<IPublicAccessService>();
        var entry = new PublicAccessEntry(parent, login, login, []);
        entry.AddRule("Експерти", Constants.Conventions.PublicAccess.MemberRoleRuleType);
        Assert.True(access.Save(entry).Success);

        var protecting = access.IsProtected(child);

        Assert.True(protecting.Success);
        Assert.Equal(["Експерти"], protecting.Result!.Rules.Select(rule => rule.RuleValue!));
        Assert.True(
            access.RemoveRule(parent, Constants.Conventions.PublicAccess.MemberRoleRuleType, "Експерти").Success
        );
        Assert.Empty(access.GetEntryForContent(parent)!.Rules);
        Assert.True(access.Delete(access.GetEntryForContent(parent)!).Success);
        Assert.False(access.IsProtected(child).Success);
    }

    [Fact]
    public async Task LongRunningOperation_InTheForeground_KeepsItsResult()
    {
        var operations = site.Get<ILongRunningOperationService>();

        var run = await operations.RunAsync(
            "nkcsi-test",
            _ => Task.FromResult("готово"),
            allowConcurrentExecution: false,
            runInBackground: false
        );

        Assert.Equal(LongRunningOperationStatus.Success, await operations.GetStatusAsync(run.Result));
        Assert.Equal("готово", (await operations.GetResultAsync<string>(run.Result)).Result);
        Assert.Equal(0, (await operations.GetByTypeAsync("nkcsi-test", 0, 10)).Total);
        Assert.Equal(
            1,
            (await operations.GetByTypeAsync("nkcsi-test", 0, 10, [LongRunningOperationStatus.Success])).Total
        );
    }

    [Fact]
    public async Task TemporaryFile_Created_IsFoundUntilDeleted()
    {
        var files = site.Get<ITemporaryFileService>();
        var created = await files.CreateAsync(
            new CreateTemporaryFileModel
            {
                Key = Guid.NewGuid(),
                FileName = "снимка.jpg",
                OpenReadStream = () => new MemoryStream(Encoding.UTF8.GetBytes("x")),
            }
        );

        Assert.True(created.Success, created.Status.ToString());
        Assert.Equal("снимка.jpg", (await files.GetAsync(created.Result!.Key))!.FileName);
        Assert.Empty(await files.CleanUpOldTempFiles());
        Assert.True((await files.DeleteAsync(created.Result.Key)).Success);
        Assert.Null(await files.GetAsync(created.Result.Key));
    }

    [Fact]
    public async Task UserData_Created_IsFoundChangedAndDeleted()
    {
        var data = site.Get<IUserDataService>();
        var created = await data.CreateAsync(
            new UserData
            {
                Key = Guid.NewGuid(),
                UserKey = Constants.Security.SuperUserKey,
                Group = "nkcsi",
                Identifier = "изглед",
                Value = "1",
            }
        );
        Assert.True(created.Success);
        created.Result.Value = "2";
        Assert.True((await data.UpdateAsync(created.Result)).Success);

        Assert.Equal("2", (await data.GetAsync(created.Result.Key))!.Value);
        Assert.Equal(1, (await data.GetAsync(0, 10)).Total);
        Assert.True((await data.DeleteAsync(created.Result.Key)).Success);
        Assert.Null(await data.GetAsync(created.Result.Key));
    }

    [Fact]
    public void ExternalLogins_Replaced_KeepTheTokensOfThoseThatStay()
    {
        var logins = site.Get<IExternalLoginWithKeyService>();
        var user = Guid.NewGuid();
        logins.Save(user, [new ExternalLogin("Google", "g1"), new ExternalLogin("Entra", "e1")]);
        logins.Save(user, [new ExternalLoginToken("Google", "access", "t1")]);

        logins.Save(user, [new ExternalLogin("Google", "g2")]);

        var login = Assert.Single(logins.GetExternalLogins(user));
        Assert.Equal(("Google", "g2"), (login.LoginProvider, login.ProviderKey));
        Assert.Equal(user, Assert.Single(logins.Find("Google", "g2")).Key);
        Assert.Equal("t1", Assert.Single(logins.GetExternalLoginTokens(user)).Value);
        logins.PurgeLoginsForRemovedProviders(["Entra"]);
        Assert.Empty(logins.GetExternalLogins(user));
        Assert.Empty(logins.GetExternalLoginTokens(user));
    }

    [Fact]
    public async Task TwoFactorLogin_Saved_TellsItsSecretUntilDeleted()
    {
        var logins = site.Get<ITwoFactorLoginService>();
        var user = Guid.NewGuid();
        await logins.SaveAsync(
            new TwoFactorLogin
            {
                UserOrMemberKey = user,
                ProviderName = "App",
                Secret = "тайна",
                Confirmed = true,
            }
        );

        Assert.Equal("тайна", await logins.GetSecretForUserAndProviderAsync(user, "App"));
        await logins.DeleteUserLoginsAsync(user);
        Assert.Null(await logins.GetSecretForUserAndProviderAsync(user, "App"));
    }

    [Fact]
    public void Consent_RegisteredAgain_KeepsTheEarlierAsHistory()
    {
        var consents = site.Get<IConsentService>();
        consents.RegisterConsent("user", "newsletter", "mail", ConsentState.Granted);
        consents.RegisterConsent("user", "newsletter", "mail", ConsentState.Revoked, "вече не");

        var now = Assert.Single(consents.LookupConsent("user")!);
        Assert.Equal(ConsentState.Revoked, now.State);
        var withHistory = Assert.Single(
            consents.LookupConsent(source: "us", sourceStartsWith: true, includeHistory: true)!
        );
        Assert.Equal(ConsentState.Granted, Assert.Single(withHistory.History!).State);
    }

    [Fact]
    public async Task Notifications_Set_AreThoseOfTheUserOnTheDocument()
    {
        var type = await site.GivenDocumentTypeAsync("notifiedPage");
        var document = site.GivenDocument("С известия", type);
        var user = (await site.Get<IUserService>().GetAsync(Constants.Security.SuperUserKey))!;
        var notifications = site.Get<INotificationService>();

        notifications.SetNotifications(user, document, ["Umb.Document.Publish", "Umb.Document.Update"]);
        Assert.False(notifications.TryCreateNotification(user, document, "Umb.Document.Update", out _));

        Assert.Equal(
            ["Umb.Document.Publish", "Umb.Document.Update"],
            notifications.GetEntityNotifications(document)!.Select(notification => notification.Action)
        );
        notifications.DeleteNotifications(user, document);
        Assert.Empty(notifications.GetUserNotifications(user)!);
    }

    [Fact]
    public async Task LogQueries_SeedsAndANewOne_AreListed()
    {
        var logs = site.Get<ILogViewerService>();

        Assert.True((await logs.AddSavedLogQueryAsync("Грешки", "@Level='Error'")).Success);
        Assert.False((await logs.AddSavedLogQueryAsync("Грешки", "друго")).Success);

        Assert.Equal(11, (await logs.GetSavedLogQueriesAsync(0, 100)).Total);
        Assert.True((await logs.DeleteSavedLogQueryAsync("Грешки")).Success);
        Assert.Null(await logs.GetSavedLogQueryByNameAsync("Грешки"));
    }

    [Fact]
    public async Task Script_CreatedRenamedAndDeleted_FollowsItsFile()
    {
        var scripts = site.Get<IScriptService>();
        var created = await scripts.CreateAsync(
            new ScriptCreateModel { Name = "меню.js", Content = "// първо" },
            EditedSite.Editor
        );
        Assert.True(created.Success, created.Status.ToString());

        var renamed = await scripts.RenameAsync(
            created.Result!.Path,
            new ScriptRenameModel { Name = "друго.js" },
            EditedSite.Editor
        );

        Assert.True(renamed.Success, renamed.Status.ToString());
        Assert.Null(await scripts.GetAsync(created.Result.Path));
        Assert.Equal("// първо", (await scripts.GetAsync(renamed.Result!.Path))!.Content);
        await scripts.DeleteAsync(renamed.Result.Path, EditedSite.Editor);
        Assert.Null(await scripts.GetAsync(renamed.Result.Path));
    }
}
