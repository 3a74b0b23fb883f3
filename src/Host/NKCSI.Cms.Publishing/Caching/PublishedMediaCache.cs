using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>Media as readers ask for them; they have no drafts.</summary>
internal sealed class PublishedMediaCache(MediaCacheService media) : IPublishedMediaCache
{
    public IPublishedContent? GetById(bool preview, int contentId) => media.Get(contentId);

    public IPublishedContent? GetById(bool preview, Guid contentId) => media.Get(contentId);

    public IPublishedContent? GetById(int contentId) => media.Get(contentId);

    public IPublishedContent? GetById(Guid contentId) => media.Get(contentId);

    public Task<IPublishedContent?> GetByIdAsync(int id) => media.GetByIdAsync(id);

    public Task<IPublishedContent?> GetByIdAsync(Guid key) => media.GetByKeyAsync(key);
}
