using Microsoft.Extensions.Logging;
using NKCSI.Cms.Publishing.Caching;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.Redirects;

/// <summary>
/// Remembers the routes of documents before a rename or move, and afterwards registers those that led elsewhere.
/// A route is what umbracoRedirectUrl holds: "/a/b", or "1061/a/b" below a domain (contracts/storage/semantics.md 12).
/// </summary>
internal sealed partial class RedirectTracker(
    IDocumentUrlService urls,
    IDocumentCacheService documents,
    IDocumentNavigationQueryService navigation,
    ILanguageService languages,
    IRedirectUrlService redirects,
    UrlSegmentProviderCollection segmentProviders,
    ILogger<RedirectTracker> logger
) : IRedirectTracker
{
    private const string NoRoute = "#";

    public void StoreOldRoute(
        IContent entity,
        Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)> oldRoutes
    ) => StoreOldRoute(entity, oldRoutes, isMove: true);

    public void StoreOldRoute(
        IContent entity,
        Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)> oldRoutes,
        bool isMove
    )
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(oldRoutes);
        if (!navigation.TryGetDescendantsKeysOrSelfKeys(entity.Key, out var branchKeys))
        {
            return;
        }

        if (!isMove && !MayChangeRoutes(entity))
        {
            return;
        }

        foreach (var item in Published(branchKeys))
        {
            foreach (var culture in CulturesOf(item))
            {
                // The first wins: it is the route before any change of this operation.
                if (RouteOf(item.Key, culture) is { } route)
                {
                    oldRoutes.TryAdd((item.Id, culture), (item.Key, route));
                }
            }
        }
    }

    public void CreateRedirects(
        IDictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)> oldRoutes
    )
    {
        ArgumentNullException.ThrowIfNull(oldRoutes);
        foreach (var ((_, culture), (key, oldRoute)) in oldRoutes)
        {
            try
            {
                if (RouteOf(key, culture) is { } newRoute && newRoute != oldRoute)
                {
                    ForgetRedirectsFrom(newRoute, key);
                    redirects.Register(oldRoute, key, culture);
                }
            }
            catch (Exception failure)
            {
                // The document is published and found; only the way from its old address is missing.
                LogNotRegistered(logger, failure, oldRoute, key);
            }
        }
    }

    /// <summary>Most publications change no address: then the branch, which may be large, is not walked at all.</summary>
    private bool MayChangeRoutes(IContent entity)
    {
        if (!urls.IsInitialized || segmentProviders.Any(provider => provider.MayAffectDescendantSegments(entity)))
        {
            return true;
        }

        var cultures = entity.ContentType.VariesByCulture() ? entity.PublishedCultures : [string.Empty];
        return cultures.Any(culture => HasNewSegment(entity, culture));
    }

    private bool HasNewSegment(IContent entity, string culture)
    {
        var published = urls.GetUrlSegment(entity.Key, culture, isDraft: false);
        if (published is null)
        {
            return true;
        }

        var asProvided = culture.Length == 0 ? null : culture;
        foreach (var provider in segmentProviders)
        {
            if (string.IsNullOrEmpty(provider.GetUrlSegment(entity, published: false, asProvided)))
            {
                continue;
            }

            if (provider.HasUrlSegmentChanged(entity, published, asProvided))
            {
                return true;
            }

            if (!provider.AllowAdditionalSegments)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// An invariant document has an address per language where a document above it has cultures, else one for all.
    /// </summary>
    private IEnumerable<string> CulturesOf(IPublishedContent item)
    {
        if (item.ContentType.VariesByCulture())
        {
            return item.Cultures.Keys;
        }

        var isBelowCultures =
            navigation.TryGetAncestorsKeys(item.Key, out var ancestors)
            && Published(ancestors).Any(ancestor => ancestor.ContentType.VariesByCulture());
        return isBelowCultures
            ? SynchronousReads.Now(languages.GetAllAsync()).Select(language => language.IsoCode)
            : [string.Empty];
    }

    private IReadOnlyList<IPublishedContent> Published(IEnumerable<Guid> keys) =>
        SynchronousReads.Now(documents.GetByKeysAsync([.. keys], preview: false));

    private string? RouteOf(Guid key, string culture)
    {
        var route = urls.GetLegacyRouteFormat(key, culture, isDraft: false);
        return route == NoRoute || HasNoAddress(route, culture) ? null : route;
    }

    /// <summary>Core's url provider gives other languages than the default one an address below a domain only.</summary>
    private bool HasNoAddress(string route, string culture) =>
        culture.Length > 0
        && route.StartsWith('/')
        && !culture.InvariantEquals(SynchronousReads.Now(languages.GetDefaultIsoCodeAsync()));

    /// <summary>Named back as it was, a document must not be redirected to itself.</summary>
    private void ForgetRedirectsFrom(string route, Guid key)
    {
        foreach (var redirect in redirects.GetContentRedirectUrls(key).Where(known => known.Url == route).ToArray())
        {
            redirects.Delete(redirect.Key);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The redirect from {Route} to document {Key} could not be registered.")]
    private static partial void LogNotRegistered(ILogger logger, Exception failure, string route, Guid key);
}
