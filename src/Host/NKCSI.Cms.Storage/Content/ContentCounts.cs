using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Counts the items of a kind. Items in the recycle bin count too, as in genuine Umbraco.</summary>
internal sealed class ContentCounts(ScopedDatabase database)
{
    private CmsDbContext Db => database.Context;

    public int All(ContentKind kind, string? contentTypeAlias) => Nodes(kind, contentTypeAlias).Count();

    public int Children(ContentKind kind, int parentId, string? contentTypeAlias) =>
        Nodes(kind, contentTypeAlias).Count(node => node.ParentId == parentId);

    public int Descendants(ContentKind kind, int parentId, string? contentTypeAlias)
    {
        var above = parentId.ToString(CultureInfo.InvariantCulture);
        var part = parentId == Constants.System.Root ? $"{above}," : $",{above},";
        return Nodes(kind, contentTypeAlias).Count(node => node.Path.Contains(part));
    }

    /// <summary>The nodes of a kind, of one type if its alias is given.</summary>
    public IQueryable<NodeRow> Nodes(ContentKind kind, string? contentTypeAlias)
    {
        var nodes = Db.Set<NodeRow>().Where(node => node.ObjectType == kind.ObjectType);
        return string.IsNullOrWhiteSpace(contentTypeAlias)
            ? nodes
            : from node in nodes
            join content in Db.Set<ContentRow>() on node.Id equals content.NodeId
            join type in Db.Set<ContentTypeRow>() on content.ContentTypeId equals type.NodeId
            where type.Alias == contentTypeAlias
            select node;
    }
}
