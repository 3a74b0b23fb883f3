using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// What Core's cache refreshers tell of documents, after the commit, and what Core's filtering asks of them. Nothing
/// of the published form is stored anywhere: refreshing is forgetting, the next reader loads.
/// </summary>
internal sealed class DocumentCacheService(
    [FromKeyedServices(PublishedItemType.Content)] PublishedItems items,
    IIdKeyMap idKeys,
    IPreviewService preview,
    IDocumentNavigationQueryService navigation
) : IDocumentCacheService
{
    public async Task<IPublishedContent?> GetByKeyAsync(Guid key, bool? preview = null) =>
        await items.GetAsync(key, IsDraft(preview));

    public async Task<IPublishedContent?> GetByIdAsync(int id, bool? preview = null) =>
        KeyOf(id) is { } key ? await items.GetAsync(key, IsDraft(preview)) : null;

    public Task<IReadOnlyList<IPublishedContent>> GetByKeysAsync(
        IReadOnlyCollection<Guid> keys,
        bool? preview = null
    ) => Task.FromResult(items.GetMany(keys, IsDraft(preview)));

    public bool TryGetCached(Guid key, bool preview, out IPublishedContent? content) =>
        items.TryGetCached(key, preview, out content);

    public IPublishedContent? Get(Guid key, bool? preview) =>
        SynchronousReads.Now(items.GetAsync(key, IsDraft(preview)));

    public IPublishedContent? Get(int id, bool? preview) => KeyOf(id) is { } key ? Get(key, preview) : null;

    public async Task<bool> HasContentByIdAsync(int id, bool preview = false) =>
        await GetByIdAsync(id, preview) is not null;

    public IEnumerable<IPublishedContent> GetByContentType(IPublishedContentType contentType)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        return items.GetMany(navigation.AllOfType(contentType.Alias), draft: false);
    }

    public Task RefreshMemoryCacheAsync(Guid key) => Forget(key);

    public Task RemoveFromMemoryCacheAsync(Guid key) => Forget(key);

    public Task DeleteItemAsync(IContentBase content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Forget(content.Key);
    }

    public Task ClearMemoryCacheAsync(CancellationToken cancellationToken) => ForgetAll();

    public Task RebuildMemoryCacheByContentTypeAsync(IEnumerable<int> contentTypeIds) => ForgetAll();

    public void Rebuild(IReadOnlyCollection<int> contentTypeIds) => items.InvalidateAll();

    public void ClearConvertedContentCache() => items.InvalidateAll();

    public void ClearConvertedContentCache(IReadOnlyCollection<int> contentTypeIds) => items.InvalidateAll();

    /// <summary>Called inside the transaction: there is nothing to write, and forgetting waits for the commit.</summary>
    public Task RefreshContentAsync(IContent content) => Task.CompletedTask;

    /// <summary>Items are loaded when somebody reads them.</summary>
    public Task SeedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool IsDraft(bool? asked) => asked ?? preview.IsInPreview();

    private Guid? KeyOf(int id)
    {
        var key = idKeys.GetKeyForId(id, UmbracoObjectTypes.Document);
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
