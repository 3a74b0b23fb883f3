using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>The history of documents: listing, pinning and cleaning up versions.</summary>
internal sealed class DocumentVersionRepository(ScopedDatabase database, ContentVersionStore versions)
    : IDocumentVersionRepository
{
    private CmsDbContext Db => database.Context;

    [Obsolete("Core asks with a date and a maximum; this is for callers of the older contract.")]
    public IReadOnlyCollection<ContentVersionMeta> GetDocumentVersionsEligibleForCleanup() =>
        [.. Eligible().Select(ToMeta)];

    /// <summary>Versions that are neither current nor published nor pinned, the oldest first.</summary>
    public IReadOnlyCollection<ContentVersionMeta> GetDocumentVersionsEligibleForCleanup(
        DateTime olderThan,
        int? maxCount
    )
    {
        var eligible = Eligible().Where(row => row.Version.VersionDate < olderThan);
        return [.. (maxCount is { } count ? eligible.Take(count) : eligible).AsEnumerable().Select(ToMeta)];
    }

    public IReadOnlyCollection<ContentVersionCleanupPolicySettings> GetCleanupPolicies() =>
        [
            .. Db.Set<ContentVersionCleanupPolicyRow>()
                .Select(row => new ContentVersionCleanupPolicySettings
                {
                    ContentTypeId = row.ContentTypeId,
                    PreventCleanup = row.PreventCleanup,
                    KeepAllVersionsNewerThanDays = row.KeepAllVersionsNewerThanDays,
                    KeepLatestVersionPerDayForDays = row.KeepLatestVersionPerDayForDays,
                    Updated = row.Updated,
                }),
        ];

    /// <summary>
    /// The newest versions first: with a language those that exist in it, without one those of no culture at all.
    /// </summary>
    public IEnumerable<ContentVersionMeta> GetPagedItemsByContentId(
        int contentId,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        int? languageId = null
    )
    {
        var matching = Versions()
            .Where(row =>
                row.Version.NodeId == contentId
                && (
                    languageId == null
                        ? !Db.Set<ContentVersionCultureRow>().Any(culture => culture.VersionId == row.Version.Id)
                        : Db.Set<ContentVersionCultureRow>()
                            .Any(culture => culture.VersionId == row.Version.Id && culture.LanguageId == languageId)
                )
            );
        totalRecords = matching.LongCount();
        return
        [
            .. matching
                .OrderByDescending(row => row.Version.Id)
                .Skip(checked((int)(pageIndex * pageSize)))
                .Take(pageSize)
                .AsEnumerable()
                .Select(ToMeta),
        ];
    }

    public void DeleteVersions(IEnumerable<int> versionIds) => versions.DeleteRows([.. versionIds]);

    public void SetPreventCleanup(int versionId, bool preventCleanup) =>
        Db.Set<ContentVersionRow>()
            .Where(row => row.Id == versionId)
            .ExecuteUpdate(set => set.SetProperty(row => row.PreventCleanup, preventCleanup));

    public ContentVersionMeta? Get(int versionId) =>
        Versions().Where(row => row.Version.Id == versionId).AsEnumerable().Select(ToMeta).SingleOrDefault();

    private IQueryable<VersionRecord> Eligible() =>
        Versions()
            .Where(row => !row.Version.Current && !row.Version.PreventCleanup && !row.DocumentVersion.Published)
            .OrderBy(row => row.Version.Id);

    private IQueryable<VersionRecord> Versions() =>
        from version in Db.Set<ContentVersionRow>()
        join documentVersion in Db.Set<DocumentVersionRow>() on version.Id equals documentVersion.Id
        join content in Db.Set<ContentRow>() on version.NodeId equals content.NodeId
        join node in Db.Set<NodeRow>() on version.NodeId equals node.Id
        where node.ObjectType == Constants.ObjectTypes.Document
        join writer in Db.Set<UserRow>() on version.UserId equals writer.Id into writers
        from writer in writers.DefaultIfEmpty()
        select new VersionRecord
        {
            Version = version,
            DocumentVersion = documentVersion,
            Content = content,
            UserName = writer.UserName,
        };

    private static ContentVersionMeta ToMeta(VersionRecord row) =>
        new(
            row.Version.Id,
            row.Version.NodeId,
            row.Content.ContentTypeId,
            row.Version.UserId ?? Constants.Security.UnknownUserId,
            row.Version.VersionDate,
            row.DocumentVersion.Published,
            row.Version.Current,
            row.Version.PreventCleanup,
            row.UserName ?? string.Empty
        );

    private sealed class VersionRecord
    {
        public required ContentVersionRow Version { get; init; }

        public required DocumentVersionRow DocumentVersion { get; init; }

        public required ContentRow Content { get; init; }

        public string? UserName { get; init; }
    }
}
