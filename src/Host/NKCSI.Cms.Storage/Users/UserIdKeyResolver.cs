using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Users;

/// <summary>The id of a user's key and the key of a user's id. Nearly every service asks; the pair never changes.</summary>
internal sealed class UserIdKeyResolver(ICoreScopeProvider scopes, ScopedDatabase database, EntityCache<IUser> cache)
    : IUserIdKeyResolver
{
    private static readonly string Prefix = RepositoryCacheKeys.GetKey<IUser>() + "Identity_";

    public Task<int> GetAsync(Guid key) =>
        Find(key) is { } identity
            ? Task.FromResult(identity.Id)
            : throw new InvalidOperationException($"There is no user with the key {key}.");

    public Task<Attempt<int>> TryGetAsync(Guid key) =>
        Task.FromResult(Find(key) is { } identity ? Attempt.Succeed(identity.Id) : Attempt.Fail<int>());

    public Task<Guid> GetAsync(int id) =>
        Find(id) is { } identity
            ? Task.FromResult(identity.Key)
            : throw new InvalidOperationException($"There is no user with the id {id}.");

    public Task<Attempt<Guid>> TryGetAsync(int id) =>
        Task.FromResult(Find(id) is { } identity ? Attempt.Succeed(identity.Key) : Attempt.Fail<Guid>());

    private UserIdentity? Find(Guid key) => Find($"{Prefix}{key}", users => users.Where(user => user.Key == key));

    private UserIdentity? Find(int id) => Find($"{Prefix}{id}", users => users.Where(user => user.Id == id));

    private UserIdentity? Find(string cacheKey, Func<IQueryable<UserRow>, IQueryable<UserRow>> select)
    {
        using var scope = scopes.CreateCoreScope(autoComplete: true);
        return cache.Get(
            cacheKey,
            () =>
                select(database.Context.Set<UserRow>())
                    .Select(user => new UserIdentity(user.Id, user.Key))
                    .SingleOrDefault()
        );
    }

    private sealed record UserIdentity(int Id, Guid Key);
}
