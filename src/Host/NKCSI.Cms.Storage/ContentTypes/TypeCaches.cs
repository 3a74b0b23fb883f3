using NKCSI.Cms.Storage.Caching;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>What is stale once a type has been written: types know each other, and content holds its type.</summary>
internal sealed class TypeCaches(
    EntityCache<IContentType> documentTypes,
    EntityCache<IMediaType> mediaTypes,
    EntityCache<IMemberType> memberTypes,
    EntityCache<IContent> documents,
    EntityCache<IMedia> media,
    EntityCache<IMember> members
)
{
    public void Evict()
    {
        documentTypes.EvictAll();
        mediaTypes.EvictAll();
        memberTypes.EvictAll();
        documents.EvictAll();
        media.EvictAll();
        members.EvictAll();
    }
}
