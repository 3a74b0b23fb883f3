using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>The joined rows of documents or blueprints.</summary>
internal sealed class DocumentRows(ScopedDatabase database)
{
    private CmsDbContext Db => database.Context;

    /// <summary>One record for each document, with its draft.</summary>
    public IQueryable<ContentRecord> Current(ContentKind kind) =>
        Versions(kind).Where(record => record.Version.Current);

    /// <summary>One record for each version of each document.</summary>
    public IQueryable<ContentRecord> Versions(ContentKind kind)
    {
        var published =
            from publishedVersion in Db.Set<ContentVersionRow>()
            join publishedDocumentVersion in Db.Set<DocumentVersionRow>()
                on publishedVersion.Id equals publishedDocumentVersion.Id
            where publishedDocumentVersion.Published
            select new { Version = publishedVersion, DocumentVersion = publishedDocumentVersion };
        return from node in Db.Set<NodeRow>()
            join content in Db.Set<ContentRow>() on node.Id equals content.NodeId
            join document in Db.Set<DocumentRow>() on node.Id equals document.NodeId
            join version in Db.Set<ContentVersionRow>() on node.Id equals version.NodeId
            join documentVersion in Db.Set<DocumentVersionRow>() on version.Id equals documentVersion.Id
            join last in published on node.Id equals last.Version.NodeId into lastPublished
            from last in lastPublished.DefaultIfEmpty()
            where node.ObjectType == kind.ObjectType
            select new ContentRecord
            {
                Node = node,
                Content = content,
                Version = version,
                Document = document,
                DocumentVersion = documentVersion,
                PublishedVersion = last.Version,
                PublishedDocumentVersion = last.DocumentVersion,
            };
    }
}
