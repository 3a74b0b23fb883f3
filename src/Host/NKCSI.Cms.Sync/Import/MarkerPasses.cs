using NKCSI.Cms.Sync.Files;

namespace NKCSI.Cms.Sync.Import;

/// <summary>The passes in which <c>Empty</c> markers take effect: deletions, then cleaning.</summary>
internal static class MarkerPasses
{
    public static async Task RunAsync(ImportRun run, IReadOnlyList<IKindImporter> importers, SyncFolder folder)
    {
        var markers = folder.Markers.Where(marker => !run.IsLeftOut(marker.Path)).ToLookup(marker => marker.Kind);
        var keysInFiles = folder.Files.Select(file => file.Key).ToHashSet();
        // Content goes before the types it is made of, so the handlers come in reverse order.
        foreach (var importer in importers.Reverse())
        {
            var ofKind = markers[importer.Kind].Where(marker => marker.Change != SyncMarkerChange.Clean).ToList();
            for (var done = 0; done < ofKind.Count; done++)
            {
                run.Report(ImportStep.Deleting, importer.Kind, done, ofKind.Count);
                var marker = ofKind[done];
                var entry = run.Open(marker.Kind, marker.Path, marker.Alias);
                await run.GuardAsync(entry, () => DeleteAsync(run, importer, marker, entry));
            }
        }
        foreach (var importer in importers)
        {
            foreach (var marker in markers[importer.Kind].Where(marker => marker.Change == SyncMarkerChange.Clean))
            {
                var entry = run.Open(marker.Kind, marker.Path, marker.Alias);
                await run.GuardAsync(entry, () => CleanAsync(run, importer, marker, entry, keysInFiles));
            }
        }
    }

    private static async Task DeleteAsync(ImportRun run, IKindImporter importer, SyncMarker marker, ImportEntry entry)
    {
        if (marker.Change != SyncMarkerChange.Delete)
        {
            entry.Skip("MarkerNone");
        }
        else if (run.Switches(marker.Kind).NoRemove)
        {
            entry.Skip("MarkerKept");
        }
        else if (await importer.DeleteAsync(run, marker))
        {
            entry.Deleted();
        }
    }

    private static async Task CleanAsync(
        ImportRun run,
        IKindImporter importer,
        SyncMarker marker,
        ImportEntry entry,
        HashSet<Guid> keysInFiles
    )
    {
        if (run.HasFailures)
        {
            entry.Skip("CleanPostponed");
        }
        else if (run.Switches(marker.Kind).NoRemove)
        {
            entry.Skip("MarkerKept");
        }
        else if (await importer.CleanAsync(run, marker, keysInFiles) is not { } removed)
        {
            entry.Skip("CleanUnsupported");
        }
        else if (removed > 0)
        {
            entry.Deleted();
        }
    }
}
