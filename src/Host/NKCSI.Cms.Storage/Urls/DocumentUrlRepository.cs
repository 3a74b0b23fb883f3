using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Urls;

/// <summary>The url segments of documents, draft and published; without a language those of invariant documents.</summary>
internal sealed class DocumentUrlRepository(ScopedDatabase database) : IDocumentUrlRepository
{
    private CmsDbContext Db => database.Context;

    /// <summary>Makes the rows of the documents that occur among the segments the given ones.</summary>
    public void Save(IEnumerable<PublishedDocumentUrlSegment> publishedDocumentUrlSegments)
    {
        var wanted = publishedDocumentUrlSegments.Select(ToRow).DistinctBy(KeyOf).ToList();
        var keys = wanted.Select(row => row.Key).Distinct().ToArray();
        var present = Db.Set<DocumentUrlRow>()
            .Where(row => EF.Parameter(keys).Contains(row.Key))
            .AsEnumerable()
            .ToLookup(KeyOf);

        var changed = new List<DocumentUrlRow>();
        var kept = new HashSet<int>();
        var added = new List<DocumentUrlRow>();
        foreach (var row in wanted)
        {
            // The index lets rows without a language in twice, so the first of them stands for all.
            if (present[KeyOf(row)].FirstOrDefault() is not { } old)
            {
                added.Add(row);
                continue;
            }

            kept.Add(old.Id);
            if (old.IsPrimary != row.IsPrimary)
            {
                row.Id = old.Id;
                changed.Add(row);
            }
        }

        var obsolete = present.SelectMany(rows => rows).Select(row => row.Id).Where(id => !kept.Contains(id)).ToArray();
        Db.Set<DocumentUrlRow>().Where(row => EF.Parameter(obsolete).Contains(row.Id)).ExecuteDelete();
        Db.Replace(changed);
        Db.Insert(added);
    }

    public IEnumerable<PublishedDocumentUrlSegment> GetAll() =>
        [
            .. Db.Set<DocumentUrlRow>()
                .OrderBy(row => row.Id)
                .AsEnumerable()
                .Select(row => new PublishedDocumentUrlSegment
                {
                    DocumentKey = row.Key,
                    NullableLanguageId = row.LanguageId,
                    UrlSegment = row.UrlSegment,
                    IsDraft = row.IsDraft,
                    IsPrimary = row.IsPrimary,
                }),
        ];

    public void DeleteByDocumentKey(IEnumerable<Guid> select)
    {
        var keys = select.ToArray();
        Db.Set<DocumentUrlRow>().Where(row => EF.Parameter(keys).Contains(row.Key)).ExecuteDelete();
    }

    private static DocumentUrlRow ToRow(PublishedDocumentUrlSegment segment) =>
        new()
        {
            Key = segment.DocumentKey,
            LanguageId = segment.NullableLanguageId,
            UrlSegment = segment.UrlSegment,
            IsDraft = segment.IsDraft,
            IsPrimary = segment.IsPrimary,
        };

    private static (Guid, int?, bool, string) KeyOf(DocumentUrlRow row) =>
        (row.Key, row.LanguageId, row.IsDraft, row.UrlSegment.ToUpperInvariant());
}
