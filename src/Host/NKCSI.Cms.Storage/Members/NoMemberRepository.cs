using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Members;

/// <summary>
/// A site without members: reading finds nobody, writing is refused. The issue that completes the storage replaces
/// this class by one on the tables <c>cmsMember</c> and <c>cmsMember2MemberGroup</c>; until then Core's member service
/// can be constructed and asked.
/// </summary>
internal sealed class NoMemberRepository : IMemberRepository
{
    /// <summary>None: members are deleted at once.</summary>
    public int RecycleBinId => 0;

    public IMember? Get(int id) => null;

    public IEnumerable<IMember> GetMany(params int[]? ids) => [];

    public bool Exists(int id) => false;

    public bool Exists(string username) => false;

    public IEnumerable<IMember> Get(IQuery<IMember> query) => [];

    public int Count(IQuery<IMember>? query) => 0;

    public int GetCountByQuery(IQuery<IMember>? query) => 0;

    public void Save(IMember entity) => throw MembersAreMissing.Exception();

    public void Delete(IMember entity) => throw MembersAreMissing.Exception();

    public void UpdateSortOrder(IReadOnlyList<int> orderedNodeIds) => throw MembersAreMissing.Exception();

    public Task UpdateLoginPropertiesAsync(IMember member) => throw MembersAreMissing.Exception();

    public int[] GetMemberIds(string[] names) => [];

    public IMember? GetByUsername(string? username) => null;

    public IEnumerable<IMember> FindMembersInRole(
        string roleName,
        string usernameToMatch,
        StringPropertyMatchType matchType = StringPropertyMatchType.StartsWith
    ) => [];

    public IEnumerable<IMember> GetByMemberGroup(string groupName) => [];

    public Task<PagedModel<IMember>> GetPagedByFilterAsync(
        MemberFilter memberFilter,
        int skip,
        int take,
        Ordering? ordering = null
    ) => Task.FromResult(new PagedModel<IMember>(0, []));

    public IEnumerable<IMember> GetAllVersions(int nodeId) => [];

    public IEnumerable<IMember> GetAllVersionsSlim(int nodeId, int skip, int take) => [];

    public IEnumerable<int> GetVersionIds(int id, int topRows) => [];

    public IMember? GetVersion(int versionId) => null;

    public void DeleteVersion(int versionId) => throw MembersAreMissing.Exception();

    public void DeleteVersions(int nodeId, DateTime versionDate) => throw MembersAreMissing.Exception();

    public IEnumerable<IMember> GetRecycleBin() => [];

    public int Count(string? contentTypeAlias = null) => 0;

    public int CountChildren(int parentId, string? contentTypeAlias = null) => 0;

    public int CountDescendants(int parentId, string? contentTypeAlias = null) => 0;

    [Obsolete("Core asks with property aliases; this is for callers of the older contract.")]
    public IEnumerable<IMember> GetPage(
        IQuery<IMember>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        IQuery<IMember>? filter,
        Ordering? ordering
    )
    {
        totalRecords = 0;
        return [];
    }

    public IEnumerable<IMember> GetPage(
        IQuery<IMember>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        string[]? propertyAliases,
        IQuery<IMember>? filter,
        Ordering? ordering
    )
    {
        totalRecords = 0;
        return [];
    }

    public ContentDataIntegrityReport CheckDataIntegrity(ContentDataIntegrityReportOptions options) =>
        new(new Dictionary<int, ContentDataIntegrityReportEntry>());
}
