using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Sync;

namespace NKCSI.Cms.Hosting.Messaging;

/// <summary>Instructions between servers, on a site that has one: there are none. Several servers bring their own.</summary>
internal sealed class SingleServerInstructions : ICacheInstructionService
{
    public bool IsColdBootRequired(int lastId) => false;

    public bool IsInstructionCountOverLimit(int lastId, int limit, out int count)
    {
        count = 0;
        return false;
    }

    public int GetMaxInstructionId() => 0;

    public void DeliverInstructions(IEnumerable<RefreshInstruction> instructions, string localIdentity)
    {
        // Nobody to tell.
    }

    public void DeliverInstructionsInBatches(IEnumerable<RefreshInstruction> instructions, string localIdentity)
    {
        // Nobody to tell.
    }

    public ProcessInstructionsResult ProcessInstructions(
        CacheRefresherCollection cacheRefreshers,
        CancellationToken cancellationToken,
        string localIdentity,
        int lastId
    ) => ProcessInstructionsResult.AsCompleted(0, lastId);

    public ProcessInstructionsResult ProcessAllInstructions(
        CacheRefresherCollection cacheRefreshers,
        CancellationToken cancellationToken,
        string localIdentity
    ) => ProcessInstructionsResult.AsCompleted(0, 0);

    public ProcessInstructionsResult ProcessInternalInstructions(
        CacheRefresherCollection cacheRefreshers,
        CancellationToken cancellationToken,
        string localIdentity
    ) => ProcessInstructionsResult.AsCompleted(0, 0);
}

/// <summary>
/// Versions of the repository caches, by which several servers notice each other's writes. One server has one version
/// of everything.
/// </summary>
internal sealed class SingleServerCacheVersions : IRepositoryCacheVersionAccessor
{
    public Task<RepositoryCacheVersion?> GetAsync(string cacheKey) => Task.FromResult<RepositoryCacheVersion?>(null);

    public void VersionChanged(string cacheKey)
    {
        // Only this server reads the cache.
    }

    public void VersionChanged(string cacheKey, Guid newVersion)
    {
        // Only this server reads the cache.
    }

    public void CachesSynced()
    {
        // Never out of step.
    }

    public void CachesSynced(IEnumerable<RepositoryCacheVersion> adoptedVersions)
    {
        // Never out of step.
    }
}
