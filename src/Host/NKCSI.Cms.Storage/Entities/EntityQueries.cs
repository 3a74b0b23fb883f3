using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Media;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Queries;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Entities;

/// <summary>How light entities are selected, joined with their details and ordered.</summary>
internal static class EntityQueries
{
    public static RowFilter<IUmbracoEntity, NodeRow> Filter { get; } =
        new RowFilter<IUmbracoEntity, NodeRow>()
            .Map(nameof(IUmbracoEntity.Id), node => node.Id)
            .Map(nameof(IUmbracoEntity.Key), node => node.Key)
            .Map(nameof(IUmbracoEntity.ParentId), node => node.ParentId)
            .Map(nameof(IUmbracoEntity.Path), node => node.Path)
            .Map(nameof(IUmbracoEntity.Level), node => node.Level)
            .Map(nameof(IUmbracoEntity.Trashed), node => node.Trashed)
            .Map(nameof(IUmbracoEntity.Name), node => node.Name)
            .Map(nameof(IUmbracoEntity.SortOrder), node => node.SortOrder)
            .Map(nameof(IUmbracoEntity.CreatorId), node => node.UserId)
            .Map(nameof(IUmbracoEntity.CreateDate), node => node.CreateDate)
            .Map(nameof(IEntitySlim.NodeObjectType), node => node.ObjectType);

    /// <summary>
    /// Joins the details. Which children make a parent have children depends on what is listed: a list of folders and
    /// types counts these only; a single entity counts all.
    /// </summary>
    public static IQueryable<EntityDetails> WithDetails(
        this CmsDbContext context,
        IQueryable<NodeRow> nodes,
        IReadOnlyCollection<Guid> listed
    )
    {
        var children = context.Set<NodeRow>().AsQueryable();
        if (listed.Count > 0)
        {
            children = children.Where(child => listed.Contains(child.ObjectType!.Value));
        }

        return from node in nodes
            join content in context.Set<ContentRow>() on node.Id equals content.NodeId into contents
            from content in contents.DefaultIfEmpty()
            join version in context.Set<ContentVersionRow>().Where(version => version.Current)
                on node.Id equals version.NodeId
                into versions
            from version in versions.DefaultIfEmpty()
            join type in context.Set<ContentTypeRow>() on content.ContentTypeId equals type.NodeId into types
            from type in types.DefaultIfEmpty()
            join typeNode in context.Set<NodeRow>() on type.NodeId equals typeNode.Id into typeNodes
            from typeNode in typeNodes.DefaultIfEmpty()
            join document in context.Set<DocumentRow>() on node.Id equals document.NodeId into documents
            from document in documents.DefaultIfEmpty()
            join media in context.Set<MediaVersionRow>() on version.Id equals media.Id into medias
            from media in medias.DefaultIfEmpty()
            select new EntityDetails
            {
                Node = node,
                HasChildren = children.Any(child => child.ParentId == node.Id),
                VersionDate = version.VersionDate,
                ContentType = type,
                ContentTypeKey = typeNode.Key,
                Document = document,
                MediaPath = media.Path,
            };
    }

    /// <summary>
    /// Orders by the columns that Core and its clients name (the node's own); the id decides between equals, so that
    /// pages never overlap.
    /// </summary>
    /// <exception cref="ArgumentException">The ordering names something that a node has not got.</exception>
    public static IOrderedQueryable<EntityDetails> InOrder(this IQueryable<EntityDetails> entities, Ordering? ordering)
    {
        if (ordering is null || ordering.IsEmpty)
        {
            return entities.OrderBy(entity => entity.Node.SortOrder).ThenBy(entity => entity.Node.Id);
        }

        IOrderedQueryable<EntityDetails>? ordered = null;
        var last = ordering;
        for (var current = ordering; current is not null; current = current.Next)
        {
            ordered = By(entities, ordered, current);
            last = current;
        }

        return last.Direction == Direction.Ascending
            ? ordered!.ThenBy(entity => entity.Node.Id)
            : ordered!.ThenByDescending(entity => entity.Node.Id);
    }

    private static IOrderedQueryable<EntityDetails> By(
        IQueryable<EntityDetails> entities,
        IOrderedQueryable<EntityDetails>? ordered,
        Ordering ordering
    ) =>
        ordering.OrderBy?.ToUpperInvariant() switch
        {
            "TEXT" or "NAME" => By(entities, ordered, ordering.Direction, entity => entity.Node.Name),
            "SORTORDER" => By(entities, ordered, ordering.Direction, entity => entity.Node.SortOrder),
            "PATH" => By(entities, ordered, ordering.Direction, entity => entity.Node.Path),
            "NODEOBJECTTYPE" => By(entities, ordered, ordering.Direction, entity => entity.Node.ObjectType),
            "ID" or "NODEID" => By(entities, ordered, ordering.Direction, entity => entity.Node.Id),
            "UNIQUEID" or "KEY" => By(entities, ordered, ordering.Direction, entity => entity.Node.Key),
            "PARENTID" => By(entities, ordered, ordering.Direction, entity => entity.Node.ParentId),
            "LEVEL" => By(entities, ordered, ordering.Direction, entity => entity.Node.Level),
            "TRASHED" => By(entities, ordered, ordering.Direction, entity => entity.Node.Trashed),
            "CREATEDATE" => By(entities, ordered, ordering.Direction, entity => entity.Node.CreateDate),
            "UPDATEDATE" or "VERSIONDATE" => By(entities, ordered, ordering.Direction, entity => entity.VersionDate),
            "NODEUSER" or "CREATORID" => By(entities, ordered, ordering.Direction, entity => entity.Node.UserId),
            _ => throw new ArgumentException(
                $"Light entities cannot be ordered by '{ordering.OrderBy}'.",
                nameof(ordering)
            ),
        };

    private static IOrderedQueryable<EntityDetails> By<TValue>(
        IQueryable<EntityDetails> entities,
        IOrderedQueryable<EntityDetails>? ordered,
        Direction direction,
        System.Linq.Expressions.Expression<Func<EntityDetails, TValue>> column
    ) =>
        (ordered, direction) switch
        {
            (null, Direction.Ascending) => entities.OrderBy(column),
            (null, _) => entities.OrderByDescending(column),
            (_, Direction.Ascending) => ordered.ThenBy(column),
            _ => ordered.ThenByDescending(column),
        };
}
