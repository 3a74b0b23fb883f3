using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>
/// Core's door to documents. The work is done by the parts that it is made of; blueprints use the same parts
/// (<see cref="DocumentBlueprintRepository"/>).
/// </summary>
internal class DocumentRepository(DocumentParts parts, ContentKind kind) : IDocumentRepository
{
    public int RecycleBinId => kind.RecycleBinId;

    public IContent? Get(int id) => GetMany(id).FirstOrDefault();

    public IContent? Get(Guid id) => GetMany([id]).FirstOrDefault();

    /// <summary>In the order of the ids; all documents when no id is given.</summary>
    public IEnumerable<IContent> GetMany(params int[]? ids) =>
        ids is { Length: > 0 }
            ? parts.Cached.GetMany(
                ids,
                IsOfThisKind,
                missing => Read(Current().Where(record => EF.Parameter(missing).Contains(record.Node.Id)))
            )
            : Read(Current());

    IEnumerable<IContent> IReadRepository<Guid, IContent>.GetMany(params Guid[]? ids) => GetMany(ids ?? []);

    public bool Exists(int id) => Current().Any(record => record.Node.Id == id);

    public bool Exists(Guid id) => Current().Any(record => record.Node.Key == id);

    public IEnumerable<IContent> Get(IQuery<IContent> query) =>
        Read(ContentPages<IContent>.InTreeOrder(ContentPages<IContent>.Matching(Current(), query)));

    public int Count(IQuery<IContent>? query) => ContentPages<IContent>.Matching(Current(), query).Count();

    public void Save(IContent entity)
    {
        if (!entity.HasIdentity)
        {
            parts.Writer.Insert(entity, kind);
        }
        else if (!parts.Writer.Update(entity, kind))
        {
            return;
        }

        parts.Cached.Evict(entity);
    }

    public void Delete(IContent entity)
    {
        parts.Deletion.Delete(entity);
        parts.Cached.Evict(entity);
        entity.DeleteDate = parts.Clock.GetUtcNow().UtcDateTime;
    }

    public void UpdateSortOrder(IReadOnlyList<int> orderedNodeIds)
    {
        parts.Nodes.UpdateSortOrder(orderedNodeIds);
        parts.Cached.Evict(orderedNodeIds);
    }

    public IEnumerable<IContent> GetAllVersions(int nodeId) => Read(NewestFirst(nodeId));

    public IEnumerable<IContent> GetAllVersionsSlim(int nodeId, int skip, int take) =>
        parts.Reader.Read([.. NewestFirst(nodeId).Skip(skip).Take(take)], propertyAliases: []);

    public IEnumerable<int> GetVersionIds(int id, int topRows) => parts.Versions.NewestIds(id, topRows);

    public IContent? GetVersion(int versionId) =>
        Read(parts.Rows.Versions(kind).Where(record => record.Version.Id == versionId)).SingleOrDefault();

    public void DeleteVersion(int versionId) => parts.Versions.Delete(versionId);

    public void DeleteVersions(int nodeId, DateTime versionDate) => parts.Versions.DeleteOlder(nodeId, versionDate);

    public IEnumerable<IContent> GetRecycleBin() =>
        Read(ContentPages<IContent>.InTreeOrder(Current().Where(record => record.Node.Trashed)));

    public bool RecycleBinSmells() => CountChildren(RecycleBinId) > 0;

    public int Count(string? contentTypeAlias = null) => parts.Counts.All(kind, contentTypeAlias);

    public int CountChildren(int parentId, string? contentTypeAlias = null) =>
        parts.Counts.Children(kind, parentId, contentTypeAlias);

    public int CountDescendants(int parentId, string? contentTypeAlias = null) =>
        parts.Counts.Descendants(kind, parentId, contentTypeAlias);

    public int CountPublished(string? contentTypeAlias = null) =>
        parts
            .Counts.Nodes(kind, contentTypeAlias)
            .Count(node =>
                !node.Trashed && Current().Any(record => record.Node.Id == node.Id && record.Document!.Published)
            );

    [Obsolete("Core asks with property aliases; this is for callers of the older contract.")]
    public IEnumerable<IContent> GetPage(
        IQuery<IContent>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        IQuery<IContent>? filter,
        Ordering? ordering
    ) => GetPage(query, pageIndex, pageSize, out totalRecords, propertyAliases: null, filter, ordering);

    public IEnumerable<IContent> GetPage(
        IQuery<IContent>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        string[]? propertyAliases,
        IQuery<IContent>? filter,
        Ordering? ordering
    )
    {
        (var page, totalRecords) = parts.Pages.Page(Current(), query, filter, pageIndex, pageSize, ordering);
        return parts.Reader.Read(page, propertyAliases);
    }

    /// <summary>Templates are ids here and cost nothing, so they are always loaded.</summary>
    public IEnumerable<IContent> GetPage(
        IQuery<IContent>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        string[]? propertyAliases,
        IQuery<IContent>? filter,
        Ordering? ordering,
        bool loadTemplates
    ) => GetPage(query, pageIndex, pageSize, out totalRecords, propertyAliases, filter, ordering);

    public ContentDataIntegrityReport CheckDataIntegrity(ContentDataIntegrityReportOptions options)
    {
        var report = parts.Integrity.Check(kind, options);
        if (report.FixedIssues.Count > 0)
        {
            parts.Cached.EvictAll();
        }

        return report;
    }

    public bool IsPathPublished(IContent? content)
    {
        if (content is null || content.Trashed)
        {
            return false;
        }

        if (content.ParentId == Constants.System.Root)
        {
            return content.Published;
        }

        var path = content.Path.Split(',').Skip(1).Select(id => int.Parse(id, null)).ToArray();
        return path.Length
            == Current().Count(record => EF.Parameter(path).Contains(record.Node.Id) && record.Document!.Published);
    }

    public ContentScheduleCollection GetContentSchedule(int contentId) => parts.Schedules.Of(contentId);

    public IDictionary<int, IEnumerable<ContentSchedule>> GetContentSchedulesByIds(int[] documentIds) =>
        parts.Schedules.Of(documentIds);

    public void PersistContentSchedule(IContent content, ContentScheduleCollection schedule) =>
        parts.Schedules.Replace(content, schedule);

    public void ClearSchedule(DateTime date) => parts.Schedules.Clear(date);

    public void ClearSchedule(DateTime date, ContentScheduleAction action) => parts.Schedules.Clear(date, action);

    public bool HasContentForExpiration(DateTime date) => parts.Schedules.Any(date, ContentScheduleAction.Expire);

    public bool HasContentForRelease(DateTime date) => parts.Schedules.Any(date, ContentScheduleAction.Release);

    public IEnumerable<IContent> GetContentForExpiration(DateTime date) => Due(date, ContentScheduleAction.Expire);

    public IEnumerable<IContent> GetContentForRelease(DateTime date) => Due(date, ContentScheduleAction.Release);

    public void ReplaceContentPermissions(EntityPermissionSet permissionSet) =>
        parts.Permissions.Replace(permissionSet);

    public void AddOrUpdatePermissions(ContentPermissionSet permission) => parts.Permissions.Replace(permission);

    public void AssignEntityPermission(IContent entity, string permission, IEnumerable<int> groupIds) =>
        parts.Permissions.Assign(entity, permission, groupIds);

    public EntityPermissionCollection GetPermissionsForEntity(int entityId) => parts.Permissions.Of(entityId);

    private IEnumerable<IContent> GetMany(Guid[] keys) =>
        keys.Length > 0
            ? parts.Cached.GetMany(
                keys,
                IsOfThisKind,
                missing => Read(Current().Where(record => EF.Parameter(missing).Contains(record.Node.Key)))
            )
            : Read(Current());

    private bool IsOfThisKind(IContent document) => document.Blueprint == (kind == ContentKind.Blueprint);

    private IQueryable<ContentRecord> Current() => parts.Rows.Current(kind);

    private IReadOnlyList<IContent> Read(IQueryable<ContentRecord> records) => parts.Reader.Read([.. records]);

    private IReadOnlyList<IContent> Due(DateTime date, ContentScheduleAction action) =>
        Read(ContentPages<IContent>.InTreeOrder(Current().Where(parts.Schedules.IsDue(date, action))));

    private IOrderedQueryable<ContentRecord> NewestFirst(int nodeId) =>
        parts
            .Rows.Versions(kind)
            .Where(record => record.Node.Id == nodeId)
            .OrderByDescending(record => record.Version.Current)
            .ThenByDescending(record => record.Version.VersionDate);
}
