namespace NKCSI.Cms.Sync;

/// <summary>The settings of uSync that an import heeds, under uSync's own names.</summary>
public sealed class SyncSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "uSync:Settings";

    /// <summary>Root folders, merged by relative path, a later one winning; relative to the content root.</summary>
    public IList<string> Folders { get; init; } = [];

    /// <summary>Groups to import at every start: <c>None</c>, <c>All</c>, or a list such as <c>Settings,Content</c>.</summary>
    public string ImportAtStartup { get; set; } = "None";

    /// <summary>Whether to import when the database is new.</summary>
    public bool ImportOnFirstBoot { get; set; }

    /// <summary>Groups to import when the database is new.</summary>
    public string FirstBootGroup { get; set; } = "All";

    /// <summary>An item whose parent is unknown fails, instead of coming in at the root with a warning.</summary>
    public bool FailOnMissingParent { get; set; }

    /// <summary>Two files with one key stop the import, instead of the second one failing alone.</summary>
    public bool FailOnDuplicates { get; set; }

    /// <summary>The folders in force: those configured, or uSync's own two.</summary>
    public IReadOnlyList<string> EffectiveFolders => Folders.Count > 0 ? [.. Folders] : ["uSync/Root/", "uSync/v17/"];

    /// <summary>Reads a setting such as <c>Settings,Content</c>; names of groups that hold nothing here count for nothing.</summary>
    /// <param name="text">The setting's value.</param>
    public static SyncGroups ParseGroups(string? text) =>
        (text ?? string.Empty)
            .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => Enum.TryParse<SyncGroups>(name, ignoreCase: true, out var group) ? group : SyncGroups.None)
            .Aggregate(SyncGroups.None, (all, group) => all | group);
}
