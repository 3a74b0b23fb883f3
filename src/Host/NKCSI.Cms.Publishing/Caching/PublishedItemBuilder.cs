using NKCSI.Cms.Publishing.Published;
using NKCSI.Cms.Publishing.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>Puts a snapshot together with its type, and with its model class if the site has one.</summary>
internal sealed class PublishedItemBuilder(
    IPublishedContentTypeCache types,
    IPublishedModelFactory models,
    PublishedItemContext context
)
{
    public IPublishedContent? Build(PublishedItemType itemType, ContentSnapshot snapshot, bool draft) =>
        new PublishedItem(snapshot, types.Get(itemType, snapshot.ContentTypeId), draft, context).CreateModel(models);
}
