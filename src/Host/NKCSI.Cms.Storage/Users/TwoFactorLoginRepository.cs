using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Users;

/// <summary>Second factors of users and members, one per provider.</summary>
internal sealed class TwoFactorLoginRepository(ScopedDatabase database) : ITwoFactorLoginRepository
{
    private DbSet<TwoFactorLoginRow> Rows => database.Context.Set<TwoFactorLoginRow>();

    public ITwoFactorLogin? Get(int id) =>
        Rows.Where(row => row.Id == id).AsEnumerable().Select(ToModel).SingleOrDefault();

    public IEnumerable<ITwoFactorLogin> GetMany(params int[]? ids) =>
        [
            .. (ids is { Length: > 0 } ? Rows.Where(row => EF.Parameter(ids).Contains(row.Id)) : Rows)
                .OrderBy(row => row.Id)
                .AsEnumerable()
                .Select(ToModel),
        ];

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public void Save(ITwoFactorLogin entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.HasIdentity)
        {
            entity.UpdatingEntity();
            Rows.Where(row => row.Id == entity.Id)
                .ExecuteUpdate(set =>
                    set.SetProperty(row => row.UserOrMemberKey, entity.UserOrMemberKey)
                        .SetProperty(row => row.ProviderName, entity.ProviderName)
                        .SetProperty(row => row.Secret, entity.Secret)
                );
        }
        else
        {
            entity.AddingEntity();
            var row = new TwoFactorLoginRow
            {
                UserOrMemberKey = entity.UserOrMemberKey,
                ProviderName = entity.ProviderName,
                Secret = entity.Secret,
            };
            database.Context.Insert(row);
            entity.Id = row.Id;
        }

        entity.ResetDirtyProperties();
    }

    public void Delete(ITwoFactorLogin entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Rows.Where(row => row.Id == entity.Id).ExecuteDelete();
    }

    public async Task<bool> DeleteUserLoginsAsync(Guid userOrMemberKey) =>
        await Rows.Where(row => row.UserOrMemberKey == userOrMemberKey).ExecuteDeleteAsync() > 0;

    public async Task<bool> DeleteUserLoginsAsync(Guid userOrMemberKey, string providerName) =>
        await Rows.Where(row => row.UserOrMemberKey == userOrMemberKey && row.ProviderName == providerName)
            .ExecuteDeleteAsync() > 0;

    public async Task<IEnumerable<ITwoFactorLogin>> GetByUserOrMemberKeyAsync(Guid userOrMemberKey)
    {
        var rows = await Rows.Where(row => row.UserOrMemberKey == userOrMemberKey).OrderBy(row => row.Id).ToListAsync();
        return [.. rows.Select(ToModel)];
    }

    private static TwoFactorLogin ToModel(TwoFactorLoginRow row)
    {
        var login = new TwoFactorLogin
        {
            Id = row.Id,
            UserOrMemberKey = row.UserOrMemberKey,
            ProviderName = row.ProviderName,
            Secret = row.Secret,
            Confirmed = true,
        };
        login.ResetDirtyProperties(rememberDirty: false);
        return login;
    }
}
