using NKCSI.Cms.Sync.Files;

namespace NKCSI.Cms.Sync.Import;

/// <summary>Imports the items of one type. An instance lives for one round.</summary>
internal interface IKindImporter
{
    SyncKind Kind { get; }

    /// <summary>First pass: own fields and what lies before this type in the order.</summary>
    Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files);

    /// <summary>Second pass: references among items of the type.</summary>
    Task LinkAsync(ImportRun run);

    /// <summary>Last pass: removes an item; false when there is none.</summary>
    Task<bool> DeleteAsync(ImportRun run, SyncMarker marker);

    /// <summary>
    /// After everything else: removes children of an item that have no file; null when the type knows no cleaning.
    /// </summary>
    Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles);
}
