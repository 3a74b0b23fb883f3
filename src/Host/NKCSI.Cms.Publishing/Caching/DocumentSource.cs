using NKCSI.Cms.Publishing.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace NKCSI.Cms.Publishing.Caching;

internal sealed class DocumentSource(
    IContentService documents,
    IDocumentNavigationQueryService navigation,
    IPublishStatusQueryService publishStatus,
    SnapshotWriter snapshots
) : IItemSource
{
    public PublishedItemType ItemType => PublishedItemType.Content;

    public bool Knows(Guid key) => navigation.TryGetParentKey(key, out _);

    public bool IsReachable(Guid key) => publishStatus.HasPublishedAncestorPath(key);

    public IEnumerable<ContentSnapshot> Load(IReadOnlyCollection<Guid> keys, bool draft) =>
        documents.GetByIds(keys).Select(document => snapshots.Document(document, draft)).OfType<ContentSnapshot>();
}
