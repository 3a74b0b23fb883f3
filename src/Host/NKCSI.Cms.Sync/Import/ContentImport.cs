using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Sync.Files;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Import;

/// <summary>
/// One outer scope for everything. A service that refuses one item leaves its nested scope open, after which the outer
/// one cannot be committed: the round is then taken back and repeated without that file (docs/decisions/0011).
/// </summary>
internal sealed class ContentImport(
    IServiceScopeFactory serviceScopes,
    ICoreScopeProvider scopes,
    IKeyValueService keyValues,
    IDocumentUrlService documentUrls,
    IIdKeyMap idKeyMap,
    AppCaches caches,
    IOptionsMonitor<SyncSettings> settings,
    IOptionsMonitor<SyncSet> set,
    IHostEnvironment environment,
    TimeProvider clock,
    ILogger<ContentImport> logger
) : IContentImport
{
    private const string FinishedKey = "Nkcsi.Sync.ImportFinished";

    // Core's document urls are rebuilt at start when this key does not hold the providers' names.
    private const string UrlGenerationKey = "UmbracoUrlGeneration";

    private const int MostRounds = 5;

    public DateTimeOffset? LastFinished() =>
        DateTimeOffset.TryParse(
            keyValues.GetValue(FinishedKey),
            CultureInfo.InvariantCulture,
            DateTimeStyles.RoundtripKind,
            out var finished
        )
            ? finished
            : null;

    public async Task<ImportReport> ImportAsync(
        ImportRequest request,
        IProgress<ImportProgress>? progress,
        CancellationToken ct
    )
    {
        var started = clock.GetTimestamp();
        progress?.Report(new ImportProgress(ImportStep.Reading, null, 0, 0));
        var folder = await SyncFolder.ReadAsync(Folders(request), request.Groups, ct);
        var notes = folder.Notes.ToList();
        var result = new Result([.. folder.Unreadable], IsCommitted: false);
        if (settings.CurrentValue.FailOnDuplicates && folder.Unreadable.Any(IsDuplicate))
        {
            notes.Add(new ImportMessage(IsError: true, null, "DuplicatesStop", []));
        }
        else if (!notes.Exists(note => note.IsError))
        {
            result = await RunAsync(request, folder, notes, progress, ct);
        }
        if (result.IsCommitted && (result.HasChanges || LastFinished() is null))
        {
            await FinishAsync(progress);
        }
        var report = new ImportReport
        {
            Items = result.Items,
            Notes = notes,
            IsCommitted = result.IsCommitted,
            IsDryRun = request.DryRun,
            Duration = clock.GetElapsedTime(started),
        };
        logger.LogInformation(
            "uSync import: {Changes} changes, {Failures} failures, committed {IsCommitted}, {Duration}",
            report.Changes,
            report.Failures,
            report.IsCommitted,
            report.Duration
        );
        return report;
    }

    private static bool IsDuplicate(ImportItem item) => item.Messages.Any(message => message.Code == "DuplicateKey");

    private IReadOnlyList<string> Folders(ImportRequest request) =>
        [
            .. (request.Folders.Count > 0 ? request.Folders : settings.CurrentValue.EffectiveFolders).Select(folder =>
                Path.GetFullPath(folder, environment.ContentRootPath)
            ),
        ];

    private async Task<Result> RunAsync(
        ImportRequest request,
        SyncFolder folder,
        List<ImportMessage> notes,
        IProgress<ImportProgress>? progress,
        CancellationToken ct
    )
    {
        var leftOut = new Dictionary<string, ImportItem>(StringComparer.OrdinalIgnoreCase);
        for (var round = 1; ; round++)
        {
            var (run, isCommitted) = await RoundAsync(
                request,
                folder,
                leftOut.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase),
                progress,
                ct
            );
            if (!run.IsTainted || request.Strict)
            {
                if (
                    !isCommitted
                    && !run.HasFailures
                    && !request.DryRun
                    && folder.Unreadable.Count == 0
                    && leftOut.Count == 0
                )
                {
                    notes.Add(new ImportMessage(IsError: true, null, "CommitRefused", []));
                }
                return new Result([.. folder.Unreadable, .. leftOut.Values, .. Items(run)], isCommitted)
                {
                    HasChanges = run.HasChanges,
                };
            }
            foreach (var entry in run.Entries.Where(entry => entry.IsTainted))
            {
                leftOut[entry.Path] = entry.ToItem();
            }
            if (round == MostRounds)
            {
                notes.Add(new ImportMessage(IsError: true, null, "GaveUp", []));
                return new Result([.. folder.Unreadable, .. leftOut.Values], IsCommitted: false);
            }
            logger.LogWarning(
                "uSync import: round {Round} was taken back, {Count} files are left out",
                round,
                leftOut.Count
            );
        }
    }

    private static IEnumerable<ImportItem> Items(ImportRun run) => run.Entries.Select(entry => entry.ToItem());

    private async Task<(ImportRun Run, bool IsCommitted)> RoundAsync(
        ImportRequest request,
        SyncFolder folder,
        HashSet<string> leftOut,
        IProgress<ImportProgress>? progress,
        CancellationToken ct
    )
    {
        await using var services = serviceScopes.CreateAsyncScope();
        var importers = Importers(services.ServiceProvider);
        var site = services.ServiceProvider.GetRequiredService<SiteModel>();
        var run = new ImportRun(scopes, request, settings.CurrentValue, set.CurrentValue, site, leftOut, progress, ct);
        var isCommitted = false;
        try
        {
            using var scope = scopes.CreateCoreScope();
            await site.LoadAsync();
            await PassesAsync(run, importers, folder);
            var isRefused = request.Strict && (run.HasFailures || leftOut.Count > 0 || folder.Unreadable.Count > 0);
            if (!run.IsTainted && !isRefused && !request.DryRun)
            {
                if (run.HasChanges)
                {
                    // In the same transaction: whoever dies between this commit and the end, the next start repairs.
                    keyValues.SetValue(UrlGenerationKey, string.Empty);
                    keyValues.SetValue(FinishedKey, string.Empty);
                }
                run.Report(ImportStep.Committing);
                ct.ThrowIfCancellationRequested();
                isCommitted = scope.Complete();
            }
        }
        finally
        {
            if (!isCommitted)
            {
                // SQLite hands out rolled-back ids again, and these caches know nothing of transactions.
                idKeyMap.ClearCache();
                caches.IsolatedCaches.ClearAllCaches();
            }
        }
        return (run, isCommitted);
    }

    private static async Task PassesAsync(ImportRun run, IReadOnlyList<IKindImporter> importers, SyncFolder folder)
    {
        var files = folder.Files.ToLookup(file => file.Kind);
        var readyForContent = false;
        foreach (var importer in importers)
        {
            if (!readyForContent && SyncHandler.Of(importer.Kind).Group == SyncGroups.Content)
            {
                // Content needs types as they are after their second pass.
                await LinkAsync(SyncGroups.Settings);
                run.Site.LoadTypes();
                readyForContent = true;
            }
            await importer.ImportAsync(run, [.. files[importer.Kind]]);
        }
        await LinkAsync(SyncGroups.Content);
        await MarkerPasses.RunAsync(run, importers, folder);

        async Task LinkAsync(SyncGroups group)
        {
            foreach (var importer in importers.Where(known => SyncHandler.Of(known.Kind).Group == group))
            {
                await importer.LinkAsync(run);
            }
        }
    }

    private static List<IKindImporter> Importers(IServiceProvider services)
    {
        var order = SyncHandler
            .All.Select((handler, index) => (handler.Kind, index))
            .ToDictionary(entry => entry.Kind, entry => entry.index);
        return [.. services.GetServices<IKindImporter>().OrderBy(importer => order[importer.Kind])];
    }

    // A document created and published in one scope loses its address in memory; all are computed anew. The last write.
    private async Task FinishAsync(IProgress<ImportProgress>? progress)
    {
        progress?.Report(new ImportProgress(ImportStep.RebuildingUrls, null, 0, 0));
        await documentUrls.RebuildAllUrlsAsync();
        keyValues.SetValue(FinishedKey, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
    }

    private sealed record Result(IReadOnlyList<ImportItem> Items, bool IsCommitted)
    {
        public bool HasChanges { get; init; }
    }
}
