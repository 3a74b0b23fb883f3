using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Urls;

/// <summary>
/// Old urls of documents that were renamed or moved. A url is a route as Core writes it: <c>/a/b</c>, or <c>1061/a/b</c>
/// below the document that carries a domain.
/// </summary>
internal sealed class RedirectUrlRepository(ScopedDatabase database) : IRedirectUrlRepository
{
    private static readonly RowFilter<IRedirectUrl, Redirect> Filter = new RowFilter<IRedirectUrl, Redirect>()
        .Map(nameof(IEntity.Key), redirect => redirect.Row.Id)
        .Map(nameof(IRedirectUrl.ContentKey), redirect => redirect.Row.ContentKey)
        .Map(nameof(IRedirectUrl.ContentId), redirect => redirect.ContentId)
        .Map(nameof(IRedirectUrl.CreateDateUtc), redirect => redirect.Row.CreateDateUtc)
        .Map(nameof(IRedirectUrl.Culture), redirect => redirect.Row.Culture)
        .Map(nameof(IRedirectUrl.Url), redirect => redirect.Row.Url);

    private IQueryable<Redirect> Redirects =>
        from row in database.Context.Set<RedirectUrlRow>()
        join node in database.Context.Set<NodeRow>() on row.ContentKey equals node.Key
        select new Redirect
        {
            Row = row,
            ContentId = node.Id,
            ContentPath = node.Path,
        };

    public IRedirectUrl? Get(Guid id) => ToModels(Redirects.Where(redirect => redirect.Row.Id == id)).SingleOrDefault();

    public IEnumerable<IRedirectUrl> GetMany(params Guid[]? ids) =>
        ToModels(
            NewestFirst(
                ids is { Length: > 0 }
                    ? Redirects.Where(redirect => EF.Parameter(ids).Contains(redirect.Row.Id))
                    : Redirects
            )
        );

    public bool Exists(Guid id) => Redirects.Any(redirect => redirect.Row.Id == id);

    public IEnumerable<IRedirectUrl> Get(IQuery<IRedirectUrl> query) =>
        ToModels(NewestFirst(Filter.Apply(Redirects, query)));

    public int Count(IQuery<IRedirectUrl>? query) => Filter.Apply(Redirects, query).Count();

    public IRedirectUrl? Get(string url, Guid contentKey, string? culture) =>
        ToModels(
                NewestFirst(
                    OfUrl(url)
                        .Where(redirect => redirect.Row.ContentKey == contentKey && redirect.Row.Culture == culture)
                )
            )
            .FirstOrDefault();

    public IRedirectUrl? GetMostRecentUrl(string url) => ToModels(NewestFirst(OfUrl(url)).Take(1)).FirstOrDefault();

    /// <summary>The newest redirect of this culture, else the newest that holds for every culture.</summary>
    public IRedirectUrl? GetMostRecentUrl(string url, string culture) =>
        string.IsNullOrWhiteSpace(culture) ? GetMostRecentUrl(url) : Best(ToModels(ForCulture(url, culture)), culture);

    public async Task<IRedirectUrl?> GetMostRecentUrlAsync(string url)
    {
        var newest = await NewestFirst(OfUrl(url)).FirstOrDefaultAsync();
        return newest is null ? null : ToModel(newest);
    }

    public async Task<IRedirectUrl?> GetMostRecentUrlAsync(string url, string culture)
    {
        if (string.IsNullOrWhiteSpace(culture))
        {
            return await GetMostRecentUrlAsync(url);
        }

        var redirects = await ForCulture(url, culture).ToListAsync();
        return Best([.. redirects.Select(ToModel)], culture);
    }

    public IEnumerable<IRedirectUrl> GetContentUrls(Guid contentKey) =>
        ToModels(NewestFirst(Redirects.Where(redirect => redirect.Row.ContentKey == contentKey)));

    public IEnumerable<IRedirectUrl> GetAllUrls(long pageIndex, int pageSize, out long total) =>
        Page(Redirects, pageIndex, pageSize, out total);

    /// <summary>The redirects of what lies below the document; not of the document itself.</summary>
    public IEnumerable<IRedirectUrl> GetAllUrls(int rootContentId, long pageIndex, int pageSize, out long total)
    {
        var inside = $",{rootContentId},";
        return Page(Redirects.Where(redirect => redirect.ContentPath.Contains(inside)), pageIndex, pageSize, out total);
    }

    public IEnumerable<IRedirectUrl> SearchUrls(string searchTerm, long pageIndex, int pageSize, out long total)
    {
        var part = searchTerm.Trim();
        return Page(
            Redirects.Where(redirect => SqliteText.ContainsIgnoringCase(redirect.Row.Url, part)),
            pageIndex,
            pageSize,
            out total
        );
    }

    public void Save(IRedirectUrl entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var hash = HashOf(entity.Url);
        var changed = database
            .Context.Set<RedirectUrlRow>()
            .Where(row => row.Id == entity.Key)
            .ExecuteUpdate(set =>
                set.SetProperty(row => row.ContentKey, entity.ContentKey)
                    .SetProperty(row => row.CreateDateUtc, entity.CreateDateUtc)
                    .SetProperty(row => row.Culture, entity.Culture)
                    .SetProperty(row => row.Url, entity.Url)
                    .SetProperty(row => row.UrlHash, hash)
            );
        if (changed == 0)
        {
            database.Context.Insert(
                new RedirectUrlRow
                {
                    Id = entity.Key,
                    ContentKey = entity.ContentKey,
                    CreateDateUtc = entity.CreateDateUtc,
                    Culture = entity.Culture,
                    Url = entity.Url,
                    UrlHash = hash,
                }
            );
        }

        entity.Id = IdOf(entity.Key);
        entity.ResetDirtyProperties();
    }

    public void Delete(IRedirectUrl entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Delete(entity.Key);
    }

    public void Delete(Guid id) => Delete(row => row.Id == id);

    public void DeleteAll() => Delete(_ => true);

    public void DeleteContentUrls(Guid contentKey) => Delete(row => row.ContentKey == contentKey);

    private static IRedirectUrl? Best(IReadOnlyCollection<IRedirectUrl> redirects, string culture) =>
        redirects.FirstOrDefault(redirect =>
            string.Equals(redirect.Culture, culture, StringComparison.OrdinalIgnoreCase)
        ) ?? redirects.FirstOrDefault(redirect => string.IsNullOrWhiteSpace(redirect.Culture));

    private static IOrderedQueryable<Redirect> NewestFirst(IQueryable<Redirect> redirects) =>
        redirects.OrderByDescending(redirect => redirect.Row.CreateDateUtc).ThenBy(redirect => redirect.Row.Id);

    private static List<IRedirectUrl> Page(IQueryable<Redirect> redirects, long pageIndex, int pageSize, out long total)
    {
        total = redirects.Count();
        return ToModels(NewestFirst(redirects).Skip((int)(pageIndex * pageSize)).Take(pageSize));
    }

    private static List<IRedirectUrl> ToModels(IQueryable<Redirect> redirects) =>
        [.. redirects.AsEnumerable().Select(ToModel)];

    private static RedirectUrl ToModel(Redirect redirect)
    {
        var model = new RedirectUrl();
        model.DisableChangeTracking();
        model.Key = redirect.Row.Id;
        model.Id = IdOf(redirect.Row.Id);
        model.ContentKey = redirect.Row.ContentKey;
        model.ContentId = redirect.ContentId;
        model.CreateDateUtc = redirect.Row.CreateDateUtc;
        model.Culture = redirect.Row.Culture;
        model.Url = redirect.Row.Url;
        model.ResetDirtyProperties(rememberDirty: false);
        model.EnableChangeTracking();
        return model;
    }

    // The table has no number; the model wants one and Umbraco takes it from the key.
    private static int IdOf(Guid key) => key.GetHashCode();

    private static string HashOf(string url)
    {
#pragma warning disable CA5350 // The column is Umbraco's: a short key of a long url, not a protection.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(url)));
#pragma warning restore CA5350
    }

    private IQueryable<Redirect> OfUrl(string url)
    {
        var hash = HashOf(url);
        return Redirects.Where(redirect => redirect.Row.UrlHash == hash && redirect.Row.Url == url);
    }

    private IQueryable<Redirect> ForCulture(string url, string culture) =>
        NewestFirst(
            OfUrl(url)
                .Where(redirect =>
                    redirect.Row.Culture == culture
                    || redirect.Row.Culture == null
                    || redirect.Row.Culture == string.Empty
                )
        );

    private void Delete(Expression<Func<RedirectUrlRow, bool>> condition) =>
        database.Context.Set<RedirectUrlRow>().Where(condition).ExecuteDelete();

    private sealed class Redirect
    {
        public required RedirectUrlRow Row { get; init; }

        public required int ContentId { get; init; }

        public required string ContentPath { get; init; }
    }
}
