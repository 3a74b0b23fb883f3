namespace NKCSI.Cms.Sync;

/// <summary>
/// Imports genuine uSync 17 folders (contract <c>delivery/usync.md</c>): everything in one transaction, each file whole
/// or not at all, and only what differs is written.
/// </summary>
public interface IContentImport
{
    /// <summary>Imports, or reports what an import would do.</summary>
    /// <param name="request">What to import.</param>
    /// <param name="progress">Told of each item, on the importing thread; null when nobody looks.</param>
    /// <param name="ct">Cancelling takes everything back.</param>
    /// <returns>The report; failed items are told there, not by exceptions.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the database is as before.</exception>
    Task<ImportReport> ImportAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct);

    /// <summary>
    /// When the last import was wholly finished, derived addresses included. Null: never, or one was cut off after its
    /// commit; importing again finishes it.
    /// </summary>
    DateTimeOffset? LastFinished();
}
