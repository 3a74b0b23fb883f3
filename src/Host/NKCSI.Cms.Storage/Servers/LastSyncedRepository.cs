using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Servers;

/// <summary>
/// One server reads no instructions of others, so it has read none yet. The storage issue brings the rows
/// (umbracoLastSynced) for several servers.
/// </summary>
internal sealed class LastSyncedRepository : ILastSyncedRepository
{
    public Task<int?> GetInternalIdAsync() => Task.FromResult<int?>(null);

    public Task<int?> GetExternalIdAsync() => Task.FromResult<int?>(null);

    public Task SaveInternalIdAsync(int id) => Task.CompletedTask;

    public Task SaveExternalIdAsync(int id) => Task.CompletedTask;

    public Task DeleteEntriesOlderThanAsync(DateTime pruneDate) => Task.CompletedTask;
}
