using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PublishedCache;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// A genuine Umbraco keeps its published form in a table and rebuilds it on request. Ours has no table: rebuilding is
/// forgetting what is in memory.
/// </summary>
internal sealed class DatabaseCacheRebuilder(IDocumentCacheService documents, IMediaCacheService media)
    : IDatabaseCacheRebuilder,
        IDeferredCacheRebuildService
{
    public async Task<Attempt<DatabaseCacheRebuildResult>> RebuildAsync(bool useBackgroundThread)
    {
        await documents.ClearMemoryCacheAsync(CancellationToken.None);
        await media.ClearMemoryCacheAsync(CancellationToken.None);
        return Attempt.Succeed(DatabaseCacheRebuildResult.Success);
    }

    /// <summary>There is no serialised form that could have changed.</summary>
    public void RebuildDatabaseCacheIfSerializerChanged() { }

    public void QueueContentTypeRebuild(IReadOnlyCollection<int> contentTypeIds) => documents.Rebuild(contentTypeIds);

    public void QueueMediaTypeRebuild(IReadOnlyCollection<int> mediaTypeIds) => media.Rebuild(mediaTypeIds);
}
