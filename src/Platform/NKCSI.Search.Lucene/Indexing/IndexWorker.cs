using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NKCSI.Search.Lucene.Records;

namespace NKCSI.Search.Lucene.Indexing;

/// <summary>
/// Brings the index up to date in the background, all that has gathered in one step. A change that cannot be indexed is
/// logged and the index is built anew at the next start, since it was not closed properly then.
/// </summary>
internal sealed class IndexWorker(
    IndexQueue queue,
    RecordIndex index,
    PublishedRecords records,
    ILogger<IndexWorker> logger
) : BackgroundService
{
    /// <summary>Asks for nothing but a rebuild where an index is missing.</summary>
    public static readonly IndexChange BuildWhatIsMissing = new(Guid.Empty, WithDescendants: false);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await queue.Changes.WaitToReadAsync(stoppingToken))
        {
            var changes = new List<IndexChange>();
            while (queue.Changes.TryRead(out var change))
            {
                changes.Add(change);
            }

            try
            {
                await ApplyAsync(changes, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // One record that cannot be read must not end indexing for good.
                logger.LogError(failure, "The search index could not be brought up to date");
            }
        }
    }

    private async Task ApplyAsync(List<IndexChange> changes, CancellationToken ct)
    {
        await index.CulturesAsync();
        if (index.NeedsRebuild || changes.Any(change => change.Key is null))
        {
            await index.RebuildAsync(progress: null, ct);
            return;
        }

        var keys = new HashSet<Guid>();
        foreach (var change in changes.Where(change => change != BuildWhatIsMissing))
        {
            keys.Add(change.Key!.Value);
            if (change.WithDescendants)
            {
                keys.UnionWith(records.Descendants(change.Key.Value));
            }
        }

        if (keys.Count > 0)
        {
            await index.UpdateAsync(keys, ct);
        }
    }
}
