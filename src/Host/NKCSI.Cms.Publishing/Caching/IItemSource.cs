using NKCSI.Cms.Publishing.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>Where the published cache reads items that it does not hold.</summary>
internal interface IItemSource
{
    PublishedItemType ItemType { get; }

    /// <summary>
    /// Whether an item with this key may exist, asked in memory: keys out of thin air must neither cost a query nor
    /// fill the cache.
    /// </summary>
    bool Knows(Guid key);

    /// <summary>
    /// Whether readers may see the published form: all ancestors are published. Asked at every read, because it
    /// changes without the item.
    /// </summary>
    bool IsReachable(Guid key);

    /// <summary>All items asked for that have this form, in as few queries as storage needs.</summary>
    IEnumerable<ContentSnapshot> Load(IReadOnlyCollection<Guid> keys, bool draft);
}
