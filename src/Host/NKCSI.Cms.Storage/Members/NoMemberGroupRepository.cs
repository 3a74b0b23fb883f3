using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Members;

/// <summary>
/// A site without groups of members: reading finds none, writing is refused. The issue that completes the
/// storage replaces this class by one on member group nodes and <c>cmsMember2MemberGroup</c>.
/// </summary>
internal sealed class NoMemberGroupRepository : IMemberGroupRepository
{
    public IMemberGroup? Get(int id) => null;

    public IMemberGroup? Get(Guid uniqueId) => null;

    public IMemberGroup? GetByName(string? name) => null;

    public IEnumerable<IMemberGroup> GetMany(params int[]? ids) => [];

    public bool Exists(int id) => false;

    public IEnumerable<IMemberGroup> Get(IQuery<IMemberGroup> query) => [];

    public int Count(IQuery<IMemberGroup>? query) => 0;

    public IEnumerable<IMemberGroup> GetMemberGroupsForMember(int memberId) => [];

    public IEnumerable<IMemberGroup> GetMemberGroupsForMember(string? username) => [];

    public IMemberGroup? CreateIfNotExists(string roleName) => throw MembersAreMissing.Exception();

    public void Save(IMemberGroup entity) => throw MembersAreMissing.Exception();

    public void Delete(IMemberGroup entity) => throw MembersAreMissing.Exception();

    public void ReplaceRoles(int[] memberIds, string[] roleNames) => throw MembersAreMissing.Exception();

    public void AssignRoles(int[] memberIds, string[] roleNames) => throw MembersAreMissing.Exception();

    public void DissociateRoles(int[] memberIds, string[] roleNames) => throw MembersAreMissing.Exception();
}
