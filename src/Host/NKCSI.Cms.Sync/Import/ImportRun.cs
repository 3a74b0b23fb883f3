using NKCSI.Cms.Sync.Files;
using Umbraco.Cms.Core.Scoping;

namespace NKCSI.Cms.Sync.Import;

/// <summary>One round of an import inside one transaction: entries, progress, and what the handlers share.</summary>
internal sealed class ImportRun(
    ICoreScopeProvider scopes,
    ImportRequest request,
    SyncSettings settings,
    SyncSet set,
    SiteModel site,
    IReadOnlySet<string> leftOut,
    IProgress<ImportProgress>? progress,
    CancellationToken ct
)
{
    private readonly List<ImportEntry> entries = [];
    private readonly HashSet<(SyncKind, Guid)> failed = [];

    public ImportRequest Request => request;

    public SiteModel Site => site;

    public CancellationToken Cancellation => ct;

    public IReadOnlyList<ImportEntry> Entries => entries;

    /// <summary>A service refused something, so this round must be taken back.</summary>
    public bool IsTainted => entries.Exists(entry => entry.IsTainted);

    public bool HasFailures => entries.Exists(entry => entry.IsFailed);

    public bool HasChanges =>
        entries.Exists(entry =>
            entry.Outcome is ImportOutcome.Created or ImportOutcome.Updated or ImportOutcome.Deleted
        );

    public SyncHandlerSwitches Switches(SyncKind kind) => set.Of(kind).Settings;

    public bool IsCreateOnly(SyncKind kind) => Switches(kind).CreateOnly || Switches(kind).OneWay;

    public bool FailsOnMissingParent(SyncKind kind) => settings.FailOnMissingParent || set.Of(kind).FailOnMissingParent;

    /// <summary>True for an item whose file was there but could not be imported.</summary>
    public bool HasFailed(SyncKind kind, Guid key) => failed.Contains((kind, key));

    /// <summary>True for a file that a former round has left out.</summary>
    public bool IsLeftOut(string path) => leftOut.Contains(path);

    public void Report(ImportStep step, SyncKind? kind = null, int done = 0, int total = 0) =>
        progress?.Report(new ImportProgress(step, kind, done, total));

    /// <summary>Reads the records of files; files that cannot be read get a failed entry and are left out.</summary>
    public List<Planned<TRecord>> Plan<TRecord>(IEnumerable<SyncFile> files, Func<SyncFile, TRecord> read)
    {
        var planned = new List<Planned<TRecord>>();
        foreach (var file in files)
        {
            if (leftOut.Contains(file.Path))
            {
                failed.Add((file.Kind, file.Key));
                continue;
            }
            var entry = Open(file.Kind, file.Path, file.Alias);
            if (!set.IsEnabled(file.Kind))
            {
                entry.Skip("HandlerOff");
                continue;
            }
            try
            {
                planned.Add(new Planned<TRecord>(file, read(file), entry));
            }
            catch (SyncFileException refused)
            {
                entry.Fail(refused);
                failed.Add((file.Kind, file.Key));
            }
        }
        return planned;
    }

    /// <summary>Handles items one by one; what goes wrong with one is told of that one.</summary>
    public async Task EachAsync<TRecord>(
        ImportStep step,
        IReadOnlyList<Planned<TRecord>> items,
        Func<Planned<TRecord>, Task> handle
    )
    {
        for (var done = 0; done < items.Count; done++)
        {
            var item = items[done];
            Report(step, item.File.Kind, done, items.Count);
            if (!item.Entry.IsLeftOut)
            {
                await GuardAsync(item.Entry, () => handle(item));
                if (item.Entry.IsFailed)
                {
                    failed.Add((item.File.Kind, item.File.Key));
                }
            }
        }
        if (items.Count > 0)
        {
            Report(step, items[0].File.Kind, items.Count, items.Count);
        }
    }

    public async Task GuardAsync(ImportEntry entry, Func<Task> action)
    {
        ct.ThrowIfCancellationRequested();
        // A scope for each item: when a service left one of its own without Complete, this is where it shows.
        using var scope = scopes.CreateCoreScope();
        try
        {
            await action();
        }
        catch (SyncFileException refused)
        {
            entry.Fail(refused);
        }
        catch (RefusedException refused)
        {
            entry.Fail(new ImportMessage(IsError: true, null, "Refused", [refused.Message]), tainted: true);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // Whatever a service throws belongs to this file: the others shall still be told about in the same report.
            entry.Fail(
                new ImportMessage(IsError: true, null, "Exception", [$"{broken.GetType().Name}: {broken.Message}"]),
                tainted: true
            );
        }
        if (!scope.Complete() && !entry.IsTainted)
        {
            entry.Fail(new ImportMessage(IsError: true, null, "Refused", ["scope"]), tainted: true);
        }
    }

    public ImportEntry Open(SyncKind kind, string path, string name)
    {
        var entry = new ImportEntry(kind, path, name);
        entries.Add(entry);
        return entry;
    }
}
