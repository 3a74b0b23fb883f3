using NKCSI.Cms.Publishing.Caching;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Publishing.Domains;

/// <summary>
/// All domains in memory, in their order. There are a handful: any change drops the list, and the next reader loads
/// it anew.
/// </summary>
internal sealed class DomainCacheService(IDomainService domains, ICoreScopeProvider scopes) : IDomainCacheService
{
    private long _version;
    private Kept? _kept;

    public IEnumerable<Domain> GetAll(bool includeWildcards) =>
        includeWildcards ? All() : All().Where(domain => !domain.IsWildcard);

    public IEnumerable<Domain> GetAssigned(int documentId, bool includeWildcards = false) =>
        All().Where(domain => domain.ContentId == documentId && (includeWildcards || !domain.IsWildcard));

    public bool HasAssigned(int documentId, bool includeWildcards = false) =>
        documentId > 0 && GetAssigned(documentId, includeWildcards).Any();

    public void Refresh(DomainCacheRefresher.JsonPayload[] payloads) => Interlocked.Increment(ref _version);

    private Domain[] All()
    {
        var version = Interlocked.Read(ref _version);
        if (Volatile.Read(ref _kept) is { } kept && kept.Version == version)
        {
            return kept.Domains;
        }

        var loaded = Load();
        if (scopes.Context is null)
        {
            // Read under the older version, it is not looked at if domains changed meanwhile. Inside a scope it may
            // hold what will never be committed.
            Volatile.Write(ref _kept, new Kept(version, loaded));
        }

        return loaded;
    }

    private Domain[] Load() =>
        [
            .. SynchronousReads
                .Now(domains.GetAllAsync(includeWildcards: true))
                .Where(domain => domain.RootContentId.HasValue && !string.IsNullOrWhiteSpace(domain.LanguageIsoCode))
                .Select(domain => new Domain(
                    domain.Id,
                    domain.DomainName,
                    domain.RootContentId!.Value,
                    domain.LanguageIsoCode,
                    domain.IsWildcard,
                    domain.SortOrder
                ))
                .OrderBy(domain => domain.SortOrder),
        ];

    private sealed record Kept(long Version, Domain[] Domains);
}
