using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Members;

/// <summary>Without members a search for them finds nobody. The storage issue brings the search.</summary>
internal sealed class MemberFilterRepository : IMemberFilterRepository
{
    public Task<PagedModel<MemberFilterItem>> GetPagedByFilterAsync(
        MemberFilter filter,
        int skip,
        int take,
        Ordering? ordering
    ) => Task.FromResult(new PagedModel<MemberFilterItem>(0, []));
}
