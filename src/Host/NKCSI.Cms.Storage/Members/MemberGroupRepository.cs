using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Members;

/// <summary>
/// There are no member groups yet: every question is answered with none, and what is saved is not kept. The storage
/// issue brings the rows (umbracoNode, cmsMember2MemberGroup).
/// </summary>
internal sealed class MemberGroupRepository : IMemberGroupRepository
{
    public IMemberGroup? Get(int id) => null;

    public IMemberGroup? Get(Guid uniqueId) => null;

    public IEnumerable<IMemberGroup> GetMany(params int[]? ids) => [];

    public bool Exists(int id) => false;

    public IEnumerable<IMemberGroup> Get(IQuery<IMemberGroup> query) => [];

    public int Count(IQuery<IMemberGroup>? query) => 0;

    public IMemberGroup? GetByName(string? name) => null;

    public IMemberGroup? CreateIfNotExists(string roleName) => null;

    public IEnumerable<IMemberGroup> GetMemberGroupsForMember(int memberId) => [];

    public IEnumerable<IMemberGroup> GetMemberGroupsForMember(string? username) => [];

    public void Save(IMemberGroup entity)
    {
        // Not kept.
    }

    public void Delete(IMemberGroup entity)
    {
        // There is none.
    }

    public void ReplaceRoles(int[] memberIds, string[] roleNames)
    {
        // There are no members.
    }

    public void AssignRoles(int[] memberIds, string[] roleNames)
    {
        // There are no members.
    }

    public void DissociateRoles(int[] memberIds, string[] roleNames)
    {
        // There are no members.
    }
}
