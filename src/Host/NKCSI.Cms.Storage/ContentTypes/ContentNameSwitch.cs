using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Gives the content of a type that begins to vary its names in the default language.</summary>
internal sealed class ContentNameSwitch(ScopedDatabase database)
{
    /// <summary>Every version gets a name; documents get the state of the culture as well.</summary>
    public void ToLanguage(int typeId, int languageId)
    {
        var contentIds = database
            .Context.Set<ContentRow>()
            .Where(row => row.ContentTypeId == typeId)
            .Select(row => row.NodeId);
        NameVersions(contentIds, languageId);
        NameDocuments(contentIds, languageId);
    }

    private void NameVersions(IQueryable<int> contentIds, int languageId)
    {
        var versions = database.Context.Set<ContentVersionRow>().Where(row => contentIds.Contains(row.NodeId));
        var versionIds = versions.Select(row => row.Id);
        database
            .Context.Set<ContentVersionCultureRow>()
            .Where(row => row.LanguageId == languageId && versionIds.Contains(row.VersionId))
            .ExecuteDelete();
        database.Context.Insert(
            versions
                .OrderBy(row => row.Id)
                .Select(row => new ContentVersionCultureRow
                {
                    VersionId = row.Id,
                    LanguageId = languageId,
                    Name = row.Name ?? string.Empty,
                    Date = row.VersionDate,
                    AvailableUserId = row.UserId,
                })
                .ToList()
        );
    }

    private void NameDocuments(IQueryable<int> contentIds, int languageId)
    {
        var documents =
            from document in database.Context.Set<DocumentRow>()
            join node in database.Context.Set<NodeRow>() on document.NodeId equals node.Id
            where contentIds.Contains(document.NodeId)
            orderby document.NodeId
            select new DocumentCultureRow
            {
                NodeId = document.NodeId,
                LanguageId = languageId,
                Edited = document.Edited,
                Available = true,
                Published = document.Published,
                Name = node.Name,
            };
        database
            .Context.Set<DocumentCultureRow>()
            .Where(row => row.LanguageId == languageId && contentIds.Contains(row.NodeId))
            .ExecuteDelete();
        database.Context.Insert(documents.ToList());
    }
}
