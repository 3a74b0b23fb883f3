using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Security;

namespace NKCSI.Cms.Storage.Members;

/// <summary>
/// No member lives outside this site yet: every question is answered with nobody, and what is saved is not kept. The
/// storage issue brings the rows (umbracoExternalMember, umbracoExternalMember2MemberGroup).
/// </summary>
internal sealed class ExternalMemberRepository : IExternalMemberRepository
{
    public Task<ExternalMemberIdentity?> GetByKeyAsync(Guid key) => Nobody();

    public Task<ExternalMemberIdentity?> GetByEmailAsync(string email) => Nobody();

    public Task<ExternalMemberIdentity?> GetByUsernameAsync(string username) => Nobody();

    public Task<PagedModel<ExternalMemberIdentity>> GetPagedAsync(int skip, int take) =>
        Task.FromResult(new PagedModel<ExternalMemberIdentity>(0, []));

    /// <summary>Answers 0: no row was made.</summary>
    public Task<int> CreateAsync(ExternalMemberIdentity member) => Task.FromResult(0);

    public Task UpdateAsync(ExternalMemberIdentity member) => Task.CompletedTask;

    public Task UpdateLoginPropertiesAsync(ExternalMemberIdentity member) => Task.CompletedTask;

    public Task DeleteAsync(Guid key) => Task.CompletedTask;

    public Task<IEnumerable<string>> GetRolesAsync(Guid memberKey) => Task.FromResult<IEnumerable<string>>([]);

    public Task AssignRolesAsync(int externalMemberId, int[] memberGroupIds) => Task.CompletedTask;

    public Task RemoveRolesAsync(int externalMemberId, int[] memberGroupIds) => Task.CompletedTask;

    private static Task<ExternalMemberIdentity?> Nobody() => Task.FromResult<ExternalMemberIdentity?>(null);
}
