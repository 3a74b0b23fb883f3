using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NKCSI.Cms.DeliveryApi.Index;

/// <summary>
/// Brings the entries of changed documents up to date in the background. What has gathered until the site starts, an
/// import or a missing index, is done before it listens: the first request must not find an empty list.
/// </summary>
internal sealed class DeliveryIndexWorker(
    DeliveryIndexQueue queue,
    DeliveryIndex index,
    DeliveryDocuments documents,
    ILogger<DeliveryIndexWorker> logger
) : BackgroundService
{
    private const int BatchSize = 200;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ApplyGatheredAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await queue.Changes.WaitToReadAsync(stoppingToken))
        {
            await ApplyGatheredAsync(stoppingToken);
        }
    }

    private async Task ApplyGatheredAsync(CancellationToken ct)
    {
        var changes = new List<DeliveryChange>();
        while (queue.Changes.TryRead(out var change))
        {
            changes.Add(change);
        }

        try
        {
            await ApplyAsync(changes, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            // One document that cannot be read must not end indexing for good.
            logger.LogError(failure, "The index of the Delivery API could not be brought up to date");
        }
    }

    private async Task ApplyAsync(List<DeliveryChange> changes, CancellationToken ct)
    {
        if (index.Store.NeedsRebuild || changes.Any(change => change.Key is null))
        {
            await index.Store.RebuildAsync(documents.ReadAllAsync(ct), ct);
            return;
        }

        var keys = changes
            .Where(change => change != DeliveryChange.OnlyWhatIsMissing)
            .SelectMany(change =>
                change.WithDescendants ? documents.WithDescendants(change.Key!.Value) : [change.Key!.Value]
            )
            .Distinct();
        foreach (var batch in keys.Chunk(BatchSize))
        {
            await index.Store.ReplaceAsync(
                [.. batch.Select(DeliveryDocuments.GroupOf)],
                [.. documents.Read(batch)],
                ct
            );
        }
    }
}
