using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Infrastructure.Persistence.Querying;

namespace NKCSI.Cms.Storage.Users;

/// <summary>What the back office remembers for a user, by group and identifier.</summary>
internal sealed class UserDataRepository(ScopedDatabase database) : IUserDataRepository
{
    private DbSet<UserDataRow> Rows => database.Context.Set<UserDataRow>();

    public async Task<IUserData?> GetAsync(Guid key) =>
        await Rows.SingleOrDefaultAsync(row => row.Key == key) is { } row ? ToModel(row) : null;

    public async Task<PagedModel<IUserData>> GetAsync(int skip, int take, IUserDataFilter? filter = null)
    {
        IQueryable<UserDataRow> rows = Rows;
        if (filter?.UserKeys is { Count: > 0 } userKeys)
        {
            rows = rows.Where(row => userKeys.Contains(row.UserKey));
        }

        if (filter?.Groups is { Count: > 0 } groups)
        {
            rows = rows.Where(row => groups.Contains(row.Group));
        }

        if (filter?.Identifiers is { Count: > 0 } identifiers)
        {
            rows = rows.Where(row => identifiers.Contains(row.Identifier));
        }

        var total = await rows.CountAsync();
        var page = await rows.OrderBy(row => row.Identifier).ThenBy(row => row.Key).Skip(skip).Take(take).ToListAsync();
        return new PagedModel<IUserData>(total, [.. page.Select(ToModel)]);
    }

    public Task<IUserData> Save(IUserData userData)
    {
        ArgumentNullException.ThrowIfNull(userData);
        database.Context.Insert(
            new UserDataRow
            {
                Key = userData.Key,
                UserKey = userData.UserKey,
                Group = userData.Group,
                Identifier = userData.Identifier,
                Value = userData.Value,
            }
        );
        return Task.FromResult(userData);
    }

    public async Task<IUserData> Update(IUserData userData)
    {
        ArgumentNullException.ThrowIfNull(userData);
        await Rows.Where(row => row.Key == userData.Key)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.UserKey, userData.UserKey)
                    .SetProperty(row => row.Group, userData.Group)
                    .SetProperty(row => row.Identifier, userData.Identifier)
                    .SetProperty(row => row.Value, userData.Value)
            );
        return userData;
    }

    public Task Delete(IUserData userData)
    {
        ArgumentNullException.ThrowIfNull(userData);
        return Rows.Where(row => row.Key == userData.Key).ExecuteDeleteAsync();
    }

    private static UserData ToModel(UserDataRow row) =>
        new()
        {
            Key = row.Key,
            UserKey = row.UserKey,
            Group = row.Group,
            Identifier = row.Identifier,
            Value = row.Value,
        };
}
