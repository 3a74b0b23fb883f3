using Microsoft.Extensions.Options;
using NKCSI.Cms.Hosting.Lifecycle;
using NKCSI.Cms.Storage.Schema;
using NKCSI.Cms.Storage.Users;
using NKCSI.Cms.Sync;
using NKCSI.Search.Records;
using Umbraco.Cms.Core.Configuration.Models;

namespace NKCSI.Web.FirstStart;

/// <summary>
/// Brings the site from an empty folder to running: schema and seeds, Core, content, administrator, index. Each step is
/// whole or not there (a transaction, or derived data), so a start that is killed is followed by one that goes on.
/// </summary>
internal sealed class Setup(
    IServiceProvider services,
    ICmsSchema schema,
    IConfiguration configuration,
    IOptions<UnattendedSettings> unattended
)
{
    /// <summary>The content root's folder with the content model and the first content.</summary>
    private const string ContentGroup = "Nkcsi:FirstContent";

    /// <summary>Makes the database if there is none, and starts Core: all that an admin command needs.</summary>
    /// <returns>Whether the database is new.</returns>
    public async Task<bool> StartAsync(CancellationToken ct)
    {
        var isNew = !schema.IsInstalled();
        if (isNew)
        {
            Say("Schema");
            schema.Install();
            Say("Start");
        }

        await CmsLifecycle.StartAsync(services, ct);
        return isNew;
    }

    /// <summary>Brings the site to where it can answer.</summary>
    /// <param name="empty">Umbraco's seeds alone, without the platform's content model and content.</param>
    public async Task RunAsync(bool empty, CancellationToken ct)
    {
        var isNew = await StartAsync(ct);
        var state = services.GetRequiredService<SetupState>();
        if (!state.IsFinished)
        {
            if (!empty)
            {
                await ImportAsync(ct);
            }

            CreateAdministrator();
            state.Finish(empty);
        }

        await BuildIndexAsync(isNew, ct);
    }

    private static void Say(string key, params object?[] values) => Console.WriteLine(SetupTexts.Get(key, values));

    private async Task ImportAsync(CancellationToken ct)
    {
        Say("Import");
        var progress = new ConsoleProgress();
        var result = await services
            .GetRequiredService<IContentImport>()
            .ImportAsync(
                new ImportRequest
                {
                    Groups = configuration.GetValue(ContentGroup, true) ? SyncGroups.All : SyncGroups.Settings,
                    Strict = true,
                },
                progress,
                ct
            );
        progress.End();
        if (!result.IsSuccess)
        {
            Console.WriteLine(result.Describe(SetupTexts.Culture));
            throw new InvalidOperationException(SetupTexts.Get("ImportFailed"));
        }
    }

    private void CreateAdministrator()
    {
        var administrator = services.GetRequiredService<IFirstAdministrator>();
        if (!administrator.IsMissing())
        {
            return;
        }

        var settings = unattended.Value;
        var given = settings.UnattendedUserPassword;
        var email = string.IsNullOrWhiteSpace(settings.UnattendedUserEmail)
            ? "admin@example.org"
            : settings.UnattendedUserEmail;
        var name = string.IsNullOrWhiteSpace(settings.UnattendedUserName) ? email : settings.UnattendedUserName;
        var password = string.IsNullOrWhiteSpace(given) ? OneTimePassword.Create() : given;
        var outcome = administrator.Create(name, email, password);
        if (outcome is FirstAdministratorOutcome.InvalidNameOrEmail or FirstAdministratorOutcome.PasswordTooWeak)
        {
            throw new InvalidOperationException(SetupTexts.Get("AdministratorRefused", outcome));
        }

        // Said at once: a start that is killed after this point must not take the only copy with it. A password from the
        // configuration is known to whoever wrote it there.
        FirstStartReport.Administrator(email, string.IsNullOrWhiteSpace(given) ? password : null);
    }

    private async Task BuildIndexAsync(bool isNew, CancellationToken ct)
    {
        var index = services.GetRequiredService<IRecordIndex>();
        if (!index.NeedsRebuild)
        {
            return;
        }

        var count = 0;
        await index.RebuildAsync(new Counter(number => count = number), ct);
        if (isNew)
        {
            Say("Index", count);
        }
    }

    /// <summary>Unlike <see cref="Progress{T}"/> it reports on the spot.</summary>
    private sealed class Counter(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
