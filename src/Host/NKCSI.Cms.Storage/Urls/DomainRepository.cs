using System.Data;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Languages;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Collections;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Urls;

/// <summary>
/// Host names and paths of sites with their languages. There are few and every request asks, so all are cached together;
/// Core's refresher clears all of the kind.
/// </summary>
internal sealed class DomainRepository(ScopedDatabase database, EntityCache<IDomain> cache) : IDomainRepository
{
    private const int WildcardSortOrder = -1;

    private static readonly string AllKey = RepositoryCacheKeys.GetKey<IDomain>() + "All";

    private DbSet<DomainRow> Rows => database.Context.Set<DomainRow>();

    public IDomain? Get(int id) => All().FirstOrDefault(domain => domain.Id == id);

    public IEnumerable<IDomain> GetMany(params int[]? ids) =>
        ids is { Length: > 0 } ? [.. All().Where(domain => ids.Contains(domain.Id))] : All();

    public bool Exists(int id) => All().Any(domain => domain.Id == id);

    public IEnumerable<IDomain> Get(IQuery<IDomain> query) => [.. All().Matching(query)];

    public int Count(IQuery<IDomain>? query) => query is null ? All().Count : All().Matching(query).Count();

    public IDomain? GetByName(string domainName) => All().FirstOrDefault(domain => HasName(domain, domainName));

    public bool Exists(string domainName) => All().Any(domain => HasName(domain, domainName));

    public IEnumerable<IDomain> GetAll(bool includeWildcards) =>
        [.. All().Where(domain => includeWildcards || !domain.IsWildcard)];

    public IEnumerable<IDomain> GetAssignedDomains(int contentId, bool includeWildcards) =>
        [.. GetAll(includeWildcards).Where(domain => domain.RootContentId == contentId)];

    /// <exception cref="DuplicateNameException">Another site has the name already.</exception>
    /// <exception cref="InvalidOperationException">The document or the language does not exist.</exception>
    public void Save(IDomain entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Check(entity);
        if (entity.HasIdentity)
        {
            entity.UpdatingEntity();
            Rows.Where(row => row.Id == entity.Id)
                .ExecuteUpdate(set =>
                    set.SetProperty(row => row.Name, entity.DomainName)
                        .SetProperty(row => row.LanguageId, entity.LanguageId)
                        .SetProperty(row => row.RootNodeId, entity.RootContentId)
                        .SetProperty(row => row.SortOrder, entity.SortOrder)
                );
        }
        else
        {
            entity.AddingEntity();
            entity.SortOrder = NewSortOrder(entity);
            var row = new DomainRow
            {
                Name = entity.DomainName,
                LanguageId = entity.LanguageId,
                RootNodeId = entity.RootContentId,
                SortOrder = entity.SortOrder,
            };
            database.Context.Insert(row);
            entity.Id = row.Id;
        }

        if (entity is UmbracoDomain domain)
        {
            domain.LanguageIsoCode = database
                .Context.Set<LanguageRow>()
                .Where(language => language.Id == domain.LanguageId)
                .Select(language => language.IsoCode)
                .SingleOrDefault();
        }

        entity.ResetDirtyProperties();
        cache.EvictAll();
    }

    public void Delete(IDomain entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Rows.Where(row => row.Id == entity.Id).ExecuteDelete();
        cache.EvictAll();
    }

    private static bool HasName(IDomain domain, string name) =>
        string.Equals(domain.DomainName, name, StringComparison.OrdinalIgnoreCase);

    private void Check(IDomain entity)
    {
        if (Rows.Any(row => row.Name == entity.DomainName && row.Id != entity.Id))
        {
            throw new DuplicateNameException($"The domain '{entity.DomainName}' is assigned already.");
        }

        if (
            entity.RootContentId is { } contentId
            && !database.Context.Set<ContentRow>().Any(content => content.NodeId == contentId)
        )
        {
            throw new InvalidOperationException($"A domain names the document {contentId}, which does not exist.");
        }

        if (
            entity.LanguageId is { } languageId
            && !database.Context.Set<LanguageRow>().Any(language => language.Id == languageId)
        )
        {
            throw new InvalidOperationException($"A domain names the language {languageId}, which does not exist.");
        }
    }

    /// <summary>The end of the document's own domains; a wildcard is not one of them and comes first.</summary>
    private int NewSortOrder(IDomain entity) =>
        entity.IsWildcard
            ? WildcardSortOrder
            : (
                Rows.Where(row =>
                        row.RootNodeId == entity.RootContentId
                        && row.Name != string.Empty
                        && !EF.Functions.Like(row.Name, "*%")
                    )
                    .Max(row => (int?)row.SortOrder)
                ?? -1
            ) + 1;

    private DeepCloneableList<IDomain> All() =>
        cache.Get(
            AllKey,
            () =>
            {
                var domains = new DeepCloneableList<IDomain>(ListCloneBehavior.Always);
                var rows =
                    from row in Rows
                    join language in database.Context.Set<LanguageRow>()
                        on row.LanguageId equals language.Id
                        into languages
                    from language in languages.DefaultIfEmpty()
                    orderby row.SortOrder, row.Id
                    select new { Row = row, language.IsoCode };
                foreach (var found in rows)
                {
                    domains.Add(ToModel(found.Row, found.IsoCode));
                }

                return domains;
            }
        )!;

    private static UmbracoDomain ToModel(DomainRow row, string? isoCode)
    {
        var domain = new UmbracoDomain(row.Name, isoCode ?? string.Empty);
        domain.DisableChangeTracking();
        domain.Id = row.Id;
        domain.LanguageId = row.LanguageId;
        domain.LanguageIsoCode = isoCode;
        domain.RootContentId = row.RootNodeId;
        domain.SortOrder = row.SortOrder;
        domain.ResetDirtyProperties(rememberDirty: false);
        domain.EnableChangeTracking();
        return domain;
    }
}
