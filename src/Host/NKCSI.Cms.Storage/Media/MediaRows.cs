using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;

namespace NKCSI.Cms.Storage.Media;

/// <summary>The joined rows of media items. They have one version for ever.</summary>
internal sealed class MediaRows(ScopedDatabase database)
{
    private CmsDbContext Db => database.Context;

    public IQueryable<ContentRecord> Current() => Versions().Where(record => record.Version.Current);

    public IQueryable<ContentRecord> Versions() =>
        from node in Db.Set<NodeRow>()
        join content in Db.Set<ContentRow>() on node.Id equals content.NodeId
        join version in Db.Set<ContentVersionRow>() on node.Id equals version.NodeId
        join mediaVersion in Db.Set<MediaVersionRow>() on version.Id equals mediaVersion.Id
        where node.ObjectType == ContentKind.Media.ObjectType
        select new ContentRecord
        {
            Node = node,
            Content = content,
            Version = version,
            MediaVersion = mediaVersion,
        };
}
