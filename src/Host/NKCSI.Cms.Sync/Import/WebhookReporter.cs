using NKCSI.Cms.Sync.Files;

namespace NKCSI.Cms.Sync.Import;

/// <summary>Webhooks hold addresses and secrets of the site that exported them, so they are told of but not taken over.</summary>
internal sealed class WebhookReporter : IKindImporter
{
    public SyncKind Kind => SyncKind.Webhook;

    public Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files)
    {
        foreach (var file in files)
        {
            run.Open(Kind, file.Path, file.Alias).Skip("WebhookSkipped");
        }
        return Task.CompletedTask;
    }

    public Task LinkAsync(ImportRun run) => Task.CompletedTask;

    public Task<bool> DeleteAsync(ImportRun run, SyncMarker marker) => Task.FromResult(false);

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles) =>
        Task.FromResult<int?>(null);
}
