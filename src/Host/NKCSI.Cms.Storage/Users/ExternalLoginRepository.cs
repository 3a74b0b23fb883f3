using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Security;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// Accounts of users and members at other providers, with the tokens that these gave. In Core's queries the key is the
/// key of the user or member (contracts/storage/semantics.md 18).
/// </summary>
internal sealed class ExternalLoginRepository(ScopedDatabase database, TimeProvider clock)
    : IExternalLoginWithKeyRepository
{
    private static readonly RowFilter<IIdentityUserLogin, ExternalLoginRow> Filter = new RowFilter<
        IIdentityUserLogin,
        ExternalLoginRow
    >()
        .Map(nameof(IEntity.Id), row => row.Id)
        .Map(nameof(IEntity.Key), row => row.UserOrMemberKey)
        .Map(nameof(IIdentityUserLogin.LoginProvider), row => row.LoginProvider)
        .Map(nameof(IIdentityUserLogin.ProviderKey), row => row.ProviderKey)
        .Map(nameof(IIdentityUserLogin.UserData), row => row.UserData);

    private static readonly RowFilter<IIdentityUserToken, TokenOfLogin> TokenFilter = new RowFilter<
        IIdentityUserToken,
        TokenOfLogin
    >()
        .Map(nameof(IEntity.Id), token => token.Row.Id)
        .Map(nameof(IEntity.Key), token => token.Login.UserOrMemberKey)
        .Map(nameof(IIdentityUserToken.LoginProvider), token => token.Login.LoginProvider)
        .Map(nameof(IIdentityUserToken.Name), token => token.Row.Name)
        .Map(nameof(IIdentityUserToken.Value), token => token.Row.Value);

    private DbSet<ExternalLoginRow> Rows => database.Context.Set<ExternalLoginRow>();

    private DbSet<ExternalLoginTokenRow> TokenRows => database.Context.Set<ExternalLoginTokenRow>();

    private IQueryable<TokenOfLogin> Tokens =>
        from token in TokenRows
        join login in Rows on token.ExternalLoginId equals login.Id
        select new TokenOfLogin { Row = token, Login = login };

    public IIdentityUserLogin? Get(int id) => ToModels(Rows.Where(row => row.Id == id)).SingleOrDefault();

    public IEnumerable<IIdentityUserLogin> GetMany(params int[]? ids) =>
        ToModels(ids is { Length: > 0 } ? Rows.Where(row => EF.Parameter(ids).Contains(row.Id)) : Rows);

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public IEnumerable<IIdentityUserLogin> Get(IQuery<IIdentityUserLogin>? query) =>
        ToModels(Filter.Apply(Rows, query));

    public int Count(IQuery<IIdentityUserLogin>? query) => Filter.Apply(Rows, query).Count();

    public IEnumerable<IIdentityUserToken> Get(IQuery<IIdentityUserToken>? query) =>
        [.. TokenFilter.Apply(Tokens, query).OrderBy(token => token.Row.Id).AsEnumerable().Select(ToModel)];

    public int Count(IQuery<IIdentityUserToken>? query) => TokenFilter.Apply(Tokens, query).Count();

    public void Save(IIdentityUserLogin entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.HasIdentity)
        {
            Rows.Where(row => row.Id == entity.Id)
                .ExecuteUpdate(set =>
                    set.SetProperty(row => row.UserOrMemberKey, entity.Key)
                        .SetProperty(row => row.LoginProvider, entity.LoginProvider)
                        .SetProperty(row => row.ProviderKey, entity.ProviderKey)
                        .SetProperty(row => row.UserData, entity.UserData)
                );
            entity.ResetDirtyProperties();
            return;
        }

        var row = NewRow(entity.Key, entity.LoginProvider, entity.ProviderKey, entity.UserData);
        database.Context.Insert(row);
        entity.Id = row.Id;
        entity.ResetDirtyProperties();
    }

    public void Delete(IIdentityUserLogin entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Delete(Rows.Where(row => row.Id == entity.Id));
    }

    /// <summary>The logins become exactly these; what stays keeps its tokens.</summary>
    public void Save(Guid userOrMemberKey, IEnumerable<IExternalLogin> logins)
    {
        var wanted = logins.ToList();
        var existing = Rows.Where(row => row.UserOrMemberKey == userOrMemberKey).ToList();
        var removed = existing
            .Where(row => !wanted.Exists(login => IsSame(row.LoginProvider, login.LoginProvider)))
            .Select(row => row.Id)
            .ToList();
        Delete(Rows.Where(row => removed.Contains(row.Id)));
        foreach (var login in wanted)
        {
            var known = existing.Find(row => IsSame(row.LoginProvider, login.LoginProvider));
            if (known is null)
            {
                database.Context.Insert(
                    NewRow(userOrMemberKey, login.LoginProvider, login.ProviderKey, login.UserData)
                );
                continue;
            }

            Rows.Where(row => row.Id == known.Id)
                .ExecuteUpdate(set =>
                    set.SetProperty(row => row.ProviderKey, login.ProviderKey)
                        .SetProperty(row => row.UserData, login.UserData)
                );
        }
    }

    /// <summary>The tokens become exactly these; a token of a provider without login has no place.</summary>
    public void Save(Guid userOrMemberKey, IEnumerable<IExternalLoginToken> tokens)
    {
        var logins = Rows.Where(row => row.UserOrMemberKey == userOrMemberKey).ToList();
        var ids = logins.ConvertAll(login => login.Id);
        TokenRows.Where(token => ids.Contains(token.ExternalLoginId)).ExecuteDelete();
        var now = clock.GetUtcNow().UtcDateTime;
        var rows =
            from token in tokens
            let login = logins.Find(row => IsSame(row.LoginProvider, token.LoginProvider))
            where login is not null
            select new ExternalLoginTokenRow
            {
                ExternalLoginId = login.Id,
                Name = token.Name,
                Value = token.Value,
                CreateDate = now,
            };
        database.Context.Insert(rows.ToList());
    }

    public void DeleteUserLogins(Guid userOrMemberKey) =>
        Delete(Rows.Where(row => row.UserOrMemberKey == userOrMemberKey));

    public void DeleteUserLoginsForRemovedProviders(IEnumerable<string> currentLoginProviders)
    {
        var current = currentLoginProviders.ToArray();
        Delete(Rows.Where(row => !current.Contains(row.LoginProvider)));
    }

    private static bool IsSame(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static List<IIdentityUserLogin> ToModels(IQueryable<ExternalLoginRow> rows) =>
        [.. rows.OrderBy(row => row.Id).AsEnumerable().Select(ToModel)];

    private static IdentityUserLogin ToModel(ExternalLoginRow row)
    {
        var login = new IdentityUserLogin(
            row.Id,
            row.LoginProvider,
            row.ProviderKey,
            row.UserOrMemberKey.ToString(),
            row.CreateDate
        )
        {
            Key = row.UserOrMemberKey,
            UserData = row.UserData,
        };
        login.ResetDirtyProperties(rememberDirty: false);
        return login;
    }

    private static IdentityUserToken ToModel(TokenOfLogin token)
    {
        var model = new IdentityUserToken(
            token.Row.Id,
            token.Login.LoginProvider,
            token.Row.Name,
            token.Row.Value,
            token.Login.UserOrMemberKey.ToString(),
            token.Row.CreateDate
        )
        {
            Key = token.Login.UserOrMemberKey,
        };
        model.ResetDirtyProperties(rememberDirty: false);
        return model;
    }

    private ExternalLoginRow NewRow(Guid userOrMemberKey, string provider, string providerKey, string? userData) =>
        new()
        {
            UserOrMemberKey = userOrMemberKey,
            LoginProvider = provider,
            ProviderKey = providerKey,
            UserData = userData,
            CreateDate = clock.GetUtcNow().UtcDateTime,
        };

    private void Delete(IQueryable<ExternalLoginRow> logins)
    {
        TokenRows.Where(token => logins.Select(login => login.Id).Contains(token.ExternalLoginId)).ExecuteDelete();
        logins.ExecuteDelete();
    }

    private sealed class TokenOfLogin
    {
        public required ExternalLoginTokenRow Row { get; init; }

        public required ExternalLoginRow Login { get; init; }
    }
}
