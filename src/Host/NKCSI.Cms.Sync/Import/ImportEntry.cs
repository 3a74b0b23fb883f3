using NKCSI.Cms.Sync.Files;

namespace NKCSI.Cms.Sync.Import;

/// <summary>What becomes of one file during an import; turned into an <see cref="ImportItem"/> at the end.</summary>
internal sealed class ImportEntry(SyncKind kind, string path, string name)
{
    private readonly List<ImportMessage> messages = [];
    private readonly SortedSet<string> changed = new(StringComparer.Ordinal);

    public SyncKind Kind => kind;

    public string Path => path;

    public ImportOutcome Outcome { get; private set; } = ImportOutcome.Unchanged;

    /// <summary>The failure came from a service, so the transaction holds traces of it and must not be committed.</summary>
    public bool IsTainted { get; private set; }

    public bool IsFailed => Outcome == ImportOutcome.Failed;

    /// <summary>True when the second pass has nothing to do with it.</summary>
    public bool IsLeftOut => Outcome is ImportOutcome.Failed or ImportOutcome.Skipped;

    public void Warn(string? element, string code, params object?[] arguments)
    {
        // Both passes may meet the same thing; telling it once is enough.
        if (!messages.Exists(known => known.Code == code && known.Element == element))
        {
            messages.Add(new ImportMessage(IsError: false, element, code, arguments));
        }
    }

    public void Created() => Outcome = ImportOutcome.Created;

    public void Updated(IEnumerable<string> elements)
    {
        changed.UnionWith(elements);
        if (Outcome == ImportOutcome.Unchanged)
        {
            Outcome = ImportOutcome.Updated;
        }
    }

    public void Deleted() => Outcome = ImportOutcome.Deleted;

    public void Skip(string code, params object?[] arguments)
    {
        messages.Add(new ImportMessage(IsError: false, null, code, arguments));
        Outcome = ImportOutcome.Skipped;
    }

    public void Fail(ImportMessage problem, bool tainted)
    {
        messages.Add(problem);
        Outcome = ImportOutcome.Failed;
        IsTainted |= tainted;
    }

    public void Fail(SyncFileException refused) => Fail(refused.Problem, tainted: false);

    public ImportItem ToItem() => new(kind, path, name, Outcome, [.. changed], [.. messages]);
}

/// <summary>A file with the record read from it.</summary>
internal sealed record Planned<TRecord>(SyncFile File, TRecord Record, ImportEntry Entry);
