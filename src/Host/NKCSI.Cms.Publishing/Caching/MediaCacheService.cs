using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>As <see cref="DocumentCacheService" />, for media, which have one form only.</summary>
internal sealed class MediaCacheService(
    [FromKeyedServices(PublishedItemType.Media)] PublishedItems items,
    IIdKeyMap idKeys,
    IMediaNavigationQueryService navigation
) : IMediaCacheService
{
    public async Task<IPublishedContent?> GetByKeyAsync(Guid key) => await items.GetAsync(key, draft: false);

    public async Task<IPublishedContent?> GetByIdAsync(int id) =>
        KeyOf(id) is { } key ? await items.GetAsync(key, draft: false) : null;

    public Task<IReadOnlyList<IPublishedContent>> GetByKeysAsync(IReadOnlyCollection<Guid> keys) =>
        Task.FromResult(items.GetMany(keys, draft: false));

    public bool TryGetCached(Guid key, out IPublishedContent? content) =>
        items.TryGetCached(key, draft: false, out content);

    public IPublishedContent? Get(Guid key) => SynchronousReads.Now(items.GetAsync(key, draft: false));

    public IPublishedContent? Get(int id) => KeyOf(id) is { } key ? Get(key) : null;

    public async Task<bool> HasContentByIdAsync(int id) => await GetByIdAsync(id) is not null;

    public IEnumerable<IPublishedContent> GetByContentType(IPublishedContentType contentType)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        return items.GetMany(navigation.AllOfType(contentType.Alias), draft: false);
    }

    public Task RefreshMemoryCacheAsync(Guid key) => Forget(key);

    public Task RemoveFromMemoryCacheAsync(Guid key) => Forget(key);

    public Task DeleteItemAsync(IContentBase media)
    {
        ArgumentNullException.ThrowIfNull(media);
        return Forget(media.Key);
    }

    public Task ClearMemoryCacheAsync(CancellationToken cancellationToken) => ForgetAll();

    public Task RebuildMemoryCacheByContentTypeAsync(IEnumerable<int> mediaTypeIds) => ForgetAll();

    public void Rebuild(IReadOnlyCollection<int> contentTypeIds) => items.InvalidateAll();

    public void ClearConvertedContentCache() => items.InvalidateAll();

    public void ClearConvertedContentCache(IReadOnlyCollection<int> mediaTypeIds) => items.InvalidateAll();

    /// <summary>Called inside the transaction: there is nothing to write, and forgetting waits for the commit.</summary>
    public Task RefreshMediaAsync(IMedia media) => Task.CompletedTask;

    /// <summary>Items are loaded when somebody reads them.</summary>
    public Task SeedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Guid? KeyOf(int id)
    {
        var key = idKeys.GetKeyForId(id, UmbracoObjectTypes.Media);
        return key.Success ? key.Result : null;
    }

    private Task Forget(Guid key)
    {
        items.Invalidate(key);
        return Task.CompletedTask;
    }

    private Task ForgetAll()
    {
        items.InvalidateAll();
        return Task.CompletedTask;
    }
}
