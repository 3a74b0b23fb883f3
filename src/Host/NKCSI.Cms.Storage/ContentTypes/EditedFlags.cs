using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>
/// Works out anew which documents, and which of their cultures, differ from what is published, after values have moved
/// between languages. Source: contracts/storage/semantics.md 2 and 5.
/// </summary>
internal sealed class EditedFlags(ScopedDatabase database)
{
    private const int DocumentsAtOnce = 500;

    public void Recompute(IEnumerable<IContentTypeComposition> types, int defaultLanguageId)
    {
        foreach (var type in types)
        {
            var documents = (
                from document in database.Context.Set<DocumentRow>()
                join content in database.Context.Set<ContentRow>() on document.NodeId equals content.NodeId
                where content.ContentTypeId == type.Id
                select document
            ).ToList();
            var comparison = new DraftComparison(type, defaultLanguageId);
            foreach (var chunk in documents.Chunk(DocumentsAtOnce))
            {
                Recompute(chunk, comparison);
            }
        }
    }

    private void Recompute(DocumentRow[] documents, DraftComparison comparison)
    {
        var ids = documents.Select(document => document.NodeId).ToList();
        var versions = Versions(ids);
        var cultures = database
            .Context.Set<DocumentCultureRow>()
            .Where(row => ids.Contains(row.NodeId))
            .ToLookup(row => row.NodeId);
        var changed = new List<(DocumentRow Row, bool Edited)>();
        var changedCultures = new List<(DocumentCultureRow Row, bool Edited)>();
        foreach (var document in documents)
        {
            var own = versions[document.NodeId].ToList();
            var draft = own.Find(version => version.Version.Current);
            var published = document.Published ? own.Find(version => version.IsPublished) : null;
            var difference = comparison.Compare(draft, published);
            changed.Add((document, published is null || difference.IsEdited));
            changedCultures.AddRange(
                cultures[document.NodeId]
                    .Select(row =>
                        (row, row.Available && (!row.Published || difference.Languages.Contains(row.LanguageId)))
                    )
            );
        }

        Write(changed, changedCultures);
    }

    private ILookup<int, VersionState> Versions(List<int> ids)
    {
        var versions = (
            from version in database.Context.Set<ContentVersionRow>()
            join document in database.Context.Set<DocumentVersionRow>() on version.Id equals document.Id
            where ids.Contains(version.NodeId) && (version.Current || document.Published)
            select new { version, document.Published }
        ).ToList();
        var versionIds = versions.ConvertAll(version => version.version.Id);
        var values = database
            .Context.Set<PropertyDataRow>()
            .Where(row => versionIds.Contains(row.VersionId))
            .ToLookup(row => row.VersionId);
        var names = database
            .Context.Set<ContentVersionCultureRow>()
            .Where(row => versionIds.Contains(row.VersionId))
            .ToLookup(row => row.VersionId);
        return versions.ToLookup(
            version => version.version.NodeId,
            version => new VersionState(
                version.version,
                version.Published,
                [.. values[version.version.Id]],
                [.. names[version.version.Id]]
            )
        );
    }

    private void Write(
        IEnumerable<(DocumentRow Row, bool Edited)> documents,
        IEnumerable<(DocumentCultureRow Row, bool Edited)> cultures
    )
    {
        foreach (var group in documents.Where(item => item.Row.Edited != item.Edited).GroupBy(item => item.Edited))
        {
            var ids = group.Select(item => item.Row.NodeId).ToList();
            database
                .Context.Set<DocumentRow>()
                .Where(row => ids.Contains(row.NodeId))
                .ExecuteUpdate(set => set.SetProperty(row => row.Edited, group.Key));
        }

        foreach (var group in cultures.Where(item => item.Row.Edited != item.Edited).GroupBy(item => item.Edited))
        {
            var ids = group.Select(item => item.Row.Id).ToList();
            database
                .Context.Set<DocumentCultureRow>()
                .Where(row => ids.Contains(row.Id))
                .ExecuteUpdate(set => set.SetProperty(row => row.Edited, group.Key));
        }
    }
}
