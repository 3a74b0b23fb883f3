using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>Published documents as readers ask for them; without a word on preview, as the request is.</summary>
internal sealed class PublishedContentCache(DocumentCacheService documents) : IPublishedContentCache
{
    public IPublishedContent? GetById(bool preview, int contentId) => documents.Get(contentId, preview);

    public IPublishedContent? GetById(bool preview, Guid contentId) => documents.Get(contentId, preview);

    public IPublishedContent? GetById(int contentId) => documents.Get(contentId, preview: null);

    public IPublishedContent? GetById(Guid contentId) => documents.Get(contentId, preview: null);

    public Task<IPublishedContent?> GetByIdAsync(int id, bool? preview = null) => documents.GetByIdAsync(id, preview);

    public Task<IPublishedContent?> GetByIdAsync(Guid key, bool? preview = null) =>
        documents.GetByKeyAsync(key, preview);
}
