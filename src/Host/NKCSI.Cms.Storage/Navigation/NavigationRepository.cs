using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Navigation;

/// <summary>The skeleton of the trees for Core's navigation services, parents before their children.</summary>
internal sealed class NavigationRepository(ScopedDatabase database) : INavigationRepository
{
    private CmsDbContext Db => database.Context;

    public IEnumerable<INavigationModel> GetContentNodesByObjectType(Guid objectTypeKey) =>
        Read(Nodes(objectTypeKey).Where(node => !node.Trashed));

    public IEnumerable<INavigationModel> GetTrashedContentNodesByObjectType(Guid objectTypeKey) =>
        Read(Nodes(objectTypeKey).Where(node => node.Trashed));

    /// <summary>The item and what lies above it; nothing if there is no such item of the type.</summary>
    public IEnumerable<INavigationModel> GetContentNodeWithAncestors(Guid key, Guid objectTypeKey)
    {
        var path = Nodes(objectTypeKey).Where(node => node.Key == key).Select(node => node.Path).FirstOrDefault();
        if (path is null)
        {
            return [];
        }

        var ids = path.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToArray();
        return Read(Nodes(objectTypeKey).Where(node => EF.Parameter(ids).Contains(node.Id)));
    }

    private IQueryable<NodeRow> Nodes(Guid objectType) =>
        Db.Set<NodeRow>().Where(node => node.ObjectType == objectType);

    private IReadOnlyList<INavigationModel> Read(IQueryable<NodeRow> nodes) =>
        [
            .. from node in nodes
            join content in Db.Set<ContentRow>() on node.Id equals content.NodeId
            join type in Db.Set<NodeRow>() on content.ContentTypeId equals type.Id
            orderby node.Level, node.Path
            select new NavigationNode
            {
                Id = node.Id,
                Key = node.Key,
                ContentTypeKey = type.Key,
                ParentId = node.ParentId,
                SortOrder = node.SortOrder,
                Trashed = node.Trashed,
            },
        ];
}
