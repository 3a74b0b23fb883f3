using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Entities;

/// <summary>How many nodes of a kind there are outside the recycle bins; folders do not count as media.</summary>
internal sealed class NodeCountRepository(ScopedDatabase database) : INodeCountRepository
{
    public int GetNodeCount(Guid nodeType) =>
        database.Context.Set<NodeRow>().Count(node => node.ObjectType == nodeType && !node.Trashed);

    public int GetMediaCount() =>
        (
            from node in database.Context.Set<NodeRow>()
            join content in database.Context.Set<ContentRow>() on node.Id equals content.NodeId
            join type in database.Context.Set<ContentTypeRow>() on content.ContentTypeId equals type.NodeId
            where
                node.ObjectType == Constants.ObjectTypes.Media
                && !node.Trashed
                && type.Alias != Constants.Conventions.MediaTypes.Folder
            select node.Id
        ).Count();
}
