using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Media;

/// <summary>Core's door to media items; made of the same parts as documents.</summary>
internal sealed partial class MediaRepository(
    MediaRows rows,
    MediaReader reader,
    MediaWriter writer,
    ContentPages<IMedia> pages,
    ContentCounts counts,
    ContentNodeWriter nodes,
    ContentVersionStore versions,
    ContentDeletion deletion,
    TreeIntegrity integrity,
    CachedContent<IMedia> cached,
    TimeProvider clock
) : IMediaRepository
{
    public int RecycleBinId => ContentKind.Media.RecycleBinId;

    public IMedia? Get(int id) => GetMany(id).FirstOrDefault();

    public IMedia? Get(Guid id) => GetMany([id]).FirstOrDefault();

    /// <summary>In the order of the ids; all media when no id is given.</summary>
    public IEnumerable<IMedia> GetMany(params int[]? ids) =>
        ids is { Length: > 0 }
            ? cached.GetMany(
                ids,
                _ => true,
                missing => Read(rows.Current().Where(record => EF.Parameter(missing).Contains(record.Node.Id)))
            )
            : Read(rows.Current());

    IEnumerable<IMedia> IReadRepository<Guid, IMedia>.GetMany(params Guid[]? ids) => GetMany(ids ?? []);

    public bool Exists(int id) => rows.Current().Any(record => record.Node.Id == id);

    public bool Exists(Guid id) => rows.Current().Any(record => record.Node.Key == id);

    public IEnumerable<IMedia> Get(IQuery<IMedia> query) =>
        Read(ContentPages<IMedia>.InTreeOrder(ContentPages<IMedia>.Matching(rows.Current(), query)));

    public int Count(IQuery<IMedia>? query) => ContentPages<IMedia>.Matching(rows.Current(), query).Count();

    public void Save(IMedia entity)
    {
        if (entity.HasIdentity)
        {
            writer.Update(entity);
        }
        else
        {
            writer.Insert(entity);
        }

        cached.Evict(entity);
    }

    public void Delete(IMedia entity)
    {
        deletion.Delete(entity);
        cached.Evict(entity);
        entity.DeleteDate = clock.GetUtcNow().UtcDateTime;
    }

    public void UpdateSortOrder(IReadOnlyList<int> orderedNodeIds)
    {
        nodes.UpdateSortOrder(orderedNodeIds);
        cached.Evict(orderedNodeIds);
    }

    /// <summary>
    /// The item whose file has the path. A size that was put before the extension ("_403x328") does not count.
    /// </summary>
    public IMedia? GetMediaByPath(string mediaPath)
    {
        var path = SizedName().Replace(mediaPath, "${extension}");
        var found = Read(
            rows.Current()
                .Where(record => record.MediaVersion!.Path == mediaPath || record.MediaVersion.Path == path)
                .Take(1)
        );
        return found.Count > 0 ? found[0] : null;
    }

    public bool RecycleBinSmells() => CountChildren(RecycleBinId) > 0;

    public IEnumerable<IMedia> GetRecycleBin() =>
        Read(ContentPages<IMedia>.InTreeOrder(rows.Current().Where(record => record.Node.Trashed)));

    public IEnumerable<IMedia> GetAllVersions(int nodeId) => Read(NewestFirst(nodeId));

    public IEnumerable<IMedia> GetAllVersionsSlim(int nodeId, int skip, int take) =>
        reader.Read([.. NewestFirst(nodeId).Skip(skip).Take(take)], propertyAliases: []);

    public IEnumerable<int> GetVersionIds(int id, int topRows) => versions.NewestIds(id, topRows);

    public IMedia? GetVersion(int versionId) =>
        Read(rows.Versions().Where(record => record.Version.Id == versionId)).SingleOrDefault();

    public void DeleteVersion(int versionId) => versions.Delete(versionId);

    public void DeleteVersions(int nodeId, DateTime versionDate) => versions.DeleteOlder(nodeId, versionDate);

    public int Count(string? contentTypeAlias = null) => counts.All(ContentKind.Media, contentTypeAlias);

    public int CountChildren(int parentId, string? contentTypeAlias = null) =>
        counts.Children(ContentKind.Media, parentId, contentTypeAlias);

    public int CountDescendants(int parentId, string? contentTypeAlias = null) =>
        counts.Descendants(ContentKind.Media, parentId, contentTypeAlias);

    [Obsolete("Core asks with property aliases; this is for callers of the older contract.")]
    public IEnumerable<IMedia> GetPage(
        IQuery<IMedia>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        IQuery<IMedia>? filter,
        Ordering? ordering
    ) => GetPage(query, pageIndex, pageSize, out totalRecords, propertyAliases: null, filter, ordering);

    public IEnumerable<IMedia> GetPage(
        IQuery<IMedia>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        string[]? propertyAliases,
        IQuery<IMedia>? filter,
        Ordering? ordering
    )
    {
        (var page, totalRecords) = pages.Page(rows.Current(), query, filter, pageIndex, pageSize, ordering);
        return reader.Read(page, propertyAliases);
    }

    public ContentDataIntegrityReport CheckDataIntegrity(ContentDataIntegrityReportOptions options)
    {
        var report = integrity.Check(ContentKind.Media, options);
        if (report.FixedIssues.Count > 0)
        {
            cached.EvictAll();
        }

        return report;
    }

    private IEnumerable<IMedia> GetMany(Guid[] keys) =>
        keys.Length > 0
            ? cached.GetMany(
                keys,
                _ => true,
                missing => Read(rows.Current().Where(record => EF.Parameter(missing).Contains(record.Node.Key)))
            )
            : Read(rows.Current());

    private IReadOnlyList<IMedia> Read(IQueryable<ContentRecord> records) => reader.Read([.. records]);

    private IOrderedQueryable<ContentRecord> NewestFirst(int nodeId) =>
        rows.Versions()
            .Where(record => record.Node.Id == nodeId)
            .OrderByDescending(record => record.Version.Current)
            .ThenByDescending(record => record.Version.VersionDate);

    [GeneratedRegex(
        @"_\d+x\d+(?<extension>\.[^./]+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SizedName();
}
