using NKCSI.Cms.Publishing.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace NKCSI.Cms.Publishing.Caching;

internal sealed class MediaSource(
    IMediaService media,
    IMediaNavigationQueryService navigation,
    SnapshotWriter snapshots
) : IItemSource
{
    public PublishedItemType ItemType => PublishedItemType.Media;

    public bool Knows(Guid key) => navigation.TryGetParentKey(key, out _);

    public bool IsReachable(Guid key) => true;

    public IEnumerable<ContentSnapshot> Load(IReadOnlyCollection<Guid> keys, bool draft) =>
        media.GetByIds(keys).Select(snapshots.Media).OfType<ContentSnapshot>();
}
