using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Publishing.Blocks;
using NKCSI.Cms.Publishing.Caching;
using NKCSI.Cms.Publishing.Domains;
using NKCSI.Cms.Publishing.MediaFiles;
using NKCSI.Cms.Publishing.PropertyEditors;
using NKCSI.Cms.Publishing.Published;
using NKCSI.Cms.Publishing.Redirects;
using NKCSI.Cms.Publishing.Requests;
using NKCSI.Cms.Publishing.Snapshots;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing;

/// <summary>
/// Published content and media for readers: caches, routing context, redirects, and what follows from saving media
/// and copying documents. Gives Core what it asks its host for; everything else of publishing is Core's own.
/// </summary>
public static class PublishingModule
{
    /// <summary>Items of one kind in memory, where Umbraco:CMS:Cache:Entry:*:MaximumLocalCacheItems says nothing.</summary>
    private const int UsualMaximumItems = 20_000;

    /// <summary>Registers the published caches and what fills, invalidates and reads them.</summary>
    public static IUmbracoBuilder AddCmsPublishing(this IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .AddPublishedCaches()
            .AddRequestContext()
            .AddRedirects()
            .AddContentSemantics()
            .AddPropertyEditors();
    }

    private static IUmbracoBuilder AddPublishedCaches(this IUmbracoBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ElementsCache>();
        services.AddSingleton<ContentModelVersion>();
        services.AddSingleton<SnapshotWriter>();
        services.AddSingleton<PublishedItemContext>();
        services.AddSingleton<PublishedItemBuilder>();
        services.AddSingleton<DocumentSource>();
        services.AddSingleton<MediaSource>();

        services.AddSingleton<PublishedContentTypeFactory>();
        services.AddUnique<IPublishedContentTypeFactory, PublishedContentTypes>();
        services.AddUnique<IPublishedContentTypeCache, PublishedContentTypeCache>();

        services.AddKeyedSingleton(
            PublishedItemType.Content,
            (provider, _) => provider.ItemsOf<DocumentSource>(settings => settings.Entry.Document)
        );
        services.AddKeyedSingleton(
            PublishedItemType.Media,
            (provider, _) => provider.ItemsOf<MediaSource>(settings => settings.Entry.Media)
        );
        services.AddSingleton<DocumentCacheService>();
        services.AddSingleton<MediaCacheService>();
        services.AddUnique<IDocumentCacheService>(provider => provider.GetRequiredService<DocumentCacheService>());
        services.AddUnique<IMediaCacheService>(provider => provider.GetRequiredService<MediaCacheService>());
        services.AddUnique<IPublishedContentCache, PublishedContentCache>();
        services.AddUnique<IPublishedMediaCache, PublishedMediaCache>();
        services.AddUnique<IPublishedMemberCache, PublishedMemberCache>();
        services.AddUnique<IDomainCacheService, DomainCacheService>();
        services.AddUnique<IDomainCache, DomainCache>();
        services.AddUnique<ICacheManager, CacheManager>();
        services.AddSingleton<DatabaseCacheRebuilder>();
        services.AddUnique<IDatabaseCacheRebuilder>(provider => provider.GetRequiredService<DatabaseCacheRebuilder>());
        services.AddUnique<IDeferredCacheRebuildService>(provider =>
            provider.GetRequiredService<DatabaseCacheRebuilder>()
        );
        return builder.AddNotificationHandler<UmbracoApplicationStartingNotification, LeaveGenuineCacheToRebuild>();
    }

    private static IUmbracoBuilder AddRequestContext(this IUmbracoBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddWebEncoders();
        services.TryAddSingleton(TimeProvider.System);
        // Tied to the request where there is one, to the flow of work where there is none.
        services.AddUnique<IVariationContextAccessor, HybridVariationContextAccessor>();
        services.AddUnique<IUmbracoContextFactory, CmsContextFactory>();
        services.AddUnique<IContentLastChanceFinder, NothingFound>();
        return builder;
    }

    private static IUmbracoBuilder AddRedirects(this IUmbracoBuilder builder)
    {
        builder.Services.AddUnique<IRedirectTracker, RedirectTracker>();
        return builder
            .AddNotificationHandler<ContentPublishingNotification, TrackRedirects>()
            .AddNotificationHandler<ContentMovingNotification, TrackRedirects>()
            .AddNotificationAsyncHandler<ContentPublishedNotification, TrackRedirects>()
            .AddNotificationAsyncHandler<ContentMovedNotification, TrackRedirects>();
    }

    private static IUmbracoBuilder AddContentSemantics(this IUmbracoBuilder builder)
    {
        builder.Services.AddSingleton<UploadAutoFillProperties>();
        builder.Services.AddSingleton<FileValues>();
        builder.Services.TryAddSingleton<ISvgDimensionExtractor, SvgDimensions>();
        builder.Services.TryAddSingleton<IImageDimensionExtractor, NoopImageDimensionExtractor>();
        return builder
            .AddNotificationHandler<MediaSavingNotification, FillMediaProperties>()
            .AddNotificationHandler<ContentDeletedNotification, CleanUpFiles>()
            .AddNotificationHandler<ContentDeletedBlueprintNotification, CleanUpFiles>()
            .AddNotificationHandler<MediaDeletedNotification, CleanUpFiles>()
            .AddNotificationHandler<MemberDeletedNotification, CleanUpFiles>()
            .AddNotificationHandler<MediaMovedToRecycleBinNotification, CleanUpFiles>()
            .AddNotificationHandler<MediaMovedNotification, CleanUpFiles>()
            .AddNotificationHandler<ContentCopiedNotification, CopyFiles>()
            .AddNotificationHandler<ContentCopyingNotification, RenewBlockKeys>()
            .AddNotificationHandler<ContentScaffoldedNotification, RenewBlockKeys>();
    }

    private static PublishedItems ItemsOf<TSource>(
        this IServiceProvider provider,
        Func<CacheSettings, CacheEntrySettings> settingsOf
    )
        where TSource : IItemSource
    {
        var settings = settingsOf(provider.GetRequiredService<IOptions<CacheSettings>>().Value);
        return ActivatorUtilities.CreateInstance<PublishedItems>(
            provider,
            provider.GetRequiredService<TSource>(),
            settings.MaximumLocalCacheItems ?? UsualMaximumItems,
            settings.LocalCacheDuration
        );
    }
}
