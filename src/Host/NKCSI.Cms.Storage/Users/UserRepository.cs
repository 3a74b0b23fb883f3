using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// Users of the back office with their groups, start nodes, sessions and OAuth clients. Single users are cached under
/// the two keys that Core's refresher clears; a change of a user also makes the groups stale, which count their users.
/// </summary>
internal sealed class UserRepository(
    ScopedDatabase database,
    UserLoader loader,
    UserWriter writer,
    UserSessions sessions,
    EntityCache<IUser> cache,
    EntityCache<IUserGroup> groupCache
) : IUserRepository
{
    private DbSet<UserRow> Rows => database.Context.Set<UserRow>();

    public IUser? Get(Guid id) =>
        cache.Get(RepositoryCacheKeys.GetKey<IUser, Guid>(id), () => Single(Rows.Where(row => row.Key == id)));

    public IUser? Get(int id) => cache.Get(EntityCache<IUser>.KeyOf(id), () => Single(Rows.Where(row => row.Id == id)));

    public IUser? Get(int? id, bool includeSecurityData) => id is null ? null : Single(Rows.Where(row => row.Id == id));

    public IEnumerable<IUser> GetMany(params Guid[]? ids) =>
        loader.Load(
            (ids is { Length: > 0 } ? Rows.Where(row => EF.Parameter(ids).Contains(row.Key)) : Rows).OrderBy(row =>
                row.Id
            )
        );

    public IEnumerable<IUser> Get(IQuery<IUser> query) =>
        loader.Load(UserQueries.Filter.Apply(Rows, query).OrderBy(row => row.Id));

    public int Count(IQuery<IUser>? query) => UserQueries.Filter.Apply(Rows, query).Count();

    public int GetCountByQuery(IQuery<IUser>? query) => Count(query);

    public bool Exists(Guid id) => Rows.Any(row => row.Key == id);

    /// <summary>Whether somebody signs in with this name; the word means the login, not the shown name.</summary>
    public bool ExistsByUserName(string username) => ExistsByLogin(username);

    public bool ExistsByLogin(string login) => Rows.Any(row => row.UserLogin == login);

    public IEnumerable<IUser> GetAllInGroup(int groupId) =>
        loader.Load(Rows.Where(row => MembersOf(groupId).Contains(row.Id)).OrderBy(row => row.Id));

    public IEnumerable<IUser> GetAllNotInGroup(int groupId) =>
        loader.Load(Rows.Where(row => !MembersOf(groupId).Contains(row.Id)).OrderBy(row => row.Id));

    public IEnumerable<IUser> GetPagedResultsByQuery(
        IQuery<IUser>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        Expression<Func<IUser, object?>> orderBy,
        Direction orderDirection = Direction.Ascending,
        string[]? includeUserGroups = null,
        string[]? excludeUserGroups = null,
        UserState[]? userState = null,
        IQuery<IUser>? filter = null
    )
    {
        var users = UserQueries.Filter.Apply(UserQueries.Filter.Apply(Rows, query), filter).In(userState);
        if (includeUserGroups is { Length: > 0 })
        {
            var members = MembersOf(includeUserGroups);
            users = users.Where(row => members.Contains(row.Id));
        }

        if (excludeUserGroups is { Length: > 0 })
        {
            var members = MembersOf(excludeUserGroups);
            users = users.Where(row => !members.Contains(row.Id));
        }

        totalRecords = users.Count();
        return loader.Load(users.InOrder(orderBy, orderDirection).Skip((int)(pageIndex * pageSize)).Take(pageSize));
    }

    public IUser? GetByUsername(string username, bool includeSecurityData) =>
        Single(Rows.Where(row => row.UserLogin == username));

    // This host never runs in the state between two schemas, for which these three are meant.
    public IUser? GetForUpgradeByUsername(string username) => null;

    public IUser? GetForUpgradeByEmail(string email) => null;

    public IUser? GetForUpgrade(int id) => null;

    public IProfile? GetProfile(string username) => Profile(Rows.Where(row => row.UserLogin == username));

    public IProfile? GetProfile(int id) => Profile(Rows.Where(row => row.Id == id));

    public IDictionary<UserState, int> GetUserStates() =>
        Enum.GetValues<UserState>().ToDictionary(state => state, state => Rows.Count(UserQueries.Is(state)));

    public void Save(IUser entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.HasIdentity)
        {
            writer.Update(entity);
        }
        else
        {
            writer.Insert(entity);
        }

        EvictAll();
    }

    public void Delete(IUser entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        writer.Delete(entity);
        EvictAll();
    }

    public Guid CreateLoginSession(int? userId, string requestingIpAddress, bool cleanStaleSessions = true) =>
        sessions.Create(
            userId ?? throw new ArgumentNullException(nameof(userId)),
            requestingIpAddress,
            cleanStaleSessions
        );

    public bool ValidateLoginSession(int userId, Guid sessionId) => sessions.Validate(userId, sessionId);

    public int ClearLoginSessions(int userId) => sessions.DeleteOf(userId);

    public int ClearLoginSessions(TimeSpan timespan) => sessions.DeleteUnusedFor(timespan);

    public void ClearLoginSession(Guid sessionId) => sessions.End(sessionId);

    public IEnumerable<string> GetAllClientIds() =>
        [.. database.Context.Set<UserClientIdRow>().Select(row => row.ClientId).OrderBy(clientId => clientId)];

    public IEnumerable<string> GetClientIds(int id) =>
        [.. database.Context.Set<UserClientIdRow>().Where(row => row.UserId == id).Select(row => row.ClientId)];

    public void AddClientId(int id, string clientId) =>
        database.Context.Insert(new UserClientIdRow { UserId = id, ClientId = clientId });

    public bool RemoveClientId(int id, string clientId) =>
        database
            .Context.Set<UserClientIdRow>()
            .Where(row => row.UserId == id && row.ClientId == clientId)
            .ExecuteDelete() > 0;

    public IUser? GetByClientId(string clientId)
    {
        var owners = database
            .Context.Set<UserClientIdRow>()
            .Where(row => row.ClientId == clientId)
            .Select(row => row.UserId);
        return Single(Rows.Where(row => owners.Contains(row.Id)));
    }

    /// <summary>Signs out everybody who has a login of a provider that is no longer there.</summary>
    public void InvalidateSessionsForRemovedProviders(IEnumerable<string> currentLoginProviders)
    {
        var current = currentLoginProviders.ToArray();
        var keys = database
            .Context.Set<ExternalLoginRow>()
            .Where(login => !current.Contains(login.LoginProvider))
            .Select(login => login.UserOrMemberKey);
        var stamp = Guid.NewGuid().ToString();
        Rows.Where(row => keys.Contains(row.Key))
            .ExecuteUpdate(set => set.SetProperty(row => row.SecurityStampToken, stamp));
        EvictAll();
    }

    private static UserProfile? Profile(IQueryable<UserRow> rows) =>
        rows.Select(row => new { row.Id, row.UserName })
            .AsEnumerable()
            .Select(row => new UserProfile(row.Id, row.UserName))
            .FirstOrDefault();

    private IUser? Single(IQueryable<UserRow> rows) =>
        loader.Load(rows.OrderBy(row => row.Id).Take(1)).SingleOrDefault();

    private IQueryable<int> MembersOf(int groupId) =>
        database.Context.Set<UserMembershipRow>().Where(row => row.UserGroupId == groupId).Select(row => row.UserId);

    private IQueryable<int> MembersOf(string[] groupAliases) =>
        from membership in database.Context.Set<UserMembershipRow>()
        join userGroup in database.Context.Set<UserGroupRow>() on membership.UserGroupId equals userGroup.Id
        where groupAliases.Contains(userGroup.Alias)
        select membership.UserId;

    private void EvictAll()
    {
        cache.EvictAll();
        groupCache.EvictAll();
    }
}
