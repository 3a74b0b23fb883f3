using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Users;

/// <summary>What Core's user service and the user store both read through.</summary>
internal sealed class BackOfficeUserReader(ICoreScopeProvider scopes, IUserRepository users) : IBackOfficeUserReader
{
    public IUser? GetById(int id)
    {
        using var scope = scopes.CreateCoreScope(autoComplete: true);
        return users.Get(id);
    }

    public IUser? GetByKey(Guid key)
    {
        using var scope = scopes.CreateCoreScope(autoComplete: true);
        return users.Get(key);
    }

    public IEnumerable<IUser> GetManyById(IEnumerable<int> ids)
    {
        var wanted = ids.ToArray();
        if (wanted.Length == 0)
        {
            return [];
        }

        using var scope = scopes.CreateCoreScope(autoComplete: true);
        var query = scopes.CreateQuery<IUser>().Where(user => wanted.Contains(user.Id));
        return [.. users.Get(query)];
    }

    public IEnumerable<IUser> GetManyByKey(IEnumerable<Guid> keys)
    {
        var wanted = keys.ToArray();
        if (wanted.Length == 0)
        {
            return [];
        }

        using var scope = scopes.CreateCoreScope(autoComplete: true);
        return [.. users.GetMany(wanted)];
    }

    public IEnumerable<IUser> GetAllInGroup(int groupId)
    {
        using var scope = scopes.CreateCoreScope(autoComplete: true);
        return [.. users.GetAllInGroup(groupId)];
    }
}
