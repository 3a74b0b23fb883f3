namespace NKCSI.Cms.Sync;

/// <summary>What to import and how strictly.</summary>
public sealed record ImportRequest
{
    /// <summary>
    /// Root folders (such as <c>uSync/Root</c>, <c>uSync/v17</c>) merged by relative path, the later one winning.
    /// Empty: the folders of <c>uSync:Settings:Folders</c>. Relative paths are below the content root.
    /// </summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>The groups to import; content that is left out is neither read nor touched.</summary>
    public SyncGroups Groups { get; init; } = SyncGroups.All;

    /// <summary>One failed item takes the whole import back. Otherwise that item alone is left out.</summary>
    public bool Strict { get; init; }

    /// <summary>Report what would happen, then take everything back.</summary>
    public bool DryRun { get; init; }
}
