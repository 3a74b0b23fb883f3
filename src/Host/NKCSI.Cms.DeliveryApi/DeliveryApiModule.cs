using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.DeliveryApi.Access;
using NKCSI.Cms.DeliveryApi.Content;
using NKCSI.Cms.DeliveryApi.Index;
using NKCSI.Cms.DeliveryApi.Query;
using NKCSI.Cms.DeliveryApi.Requests;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Extensions;

namespace NKCSI.Cms.DeliveryApi;

/// <summary>Umbraco's Content Delivery API v2 over Core's builders (contracts/delivery/delivery-api.md).</summary>
public static class DeliveryApiModule
{
    public static IUmbracoBuilder AddCmsDeliveryApi(this IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddSingleton<IApiAccessService, ApiAccess>();
        services.AddSingleton<IRequestPreviewService, RequestPreview>();
        services.AddSingleton<IRequestCultureService, RequestCulture>();
        services.AddSingleton<IRequestStartItemProvider, RequestStartItem>();
        services.AddSingleton<IRequestStartItemProviderAccessor, RequestStartItemAccessor>();
        services.AddSingleton<IRequestRoutingService, RequestRouting>();
        services.AddSingleton<IRequestRedirectService, RequestRedirects>();
        services.AddSingleton<IDeliveryApiCompositeIdHandler, DeliveryApiCompositeIdHandler>();
        services.AddSingleton<IApiDocumentUrlService, ApiDocumentUrlService>();
        services.AddSingleton<IApiPublishedContentCache, ApiPublishedContentCache>();
        services.AddSingleton<IApiContentPathResolver, ApiContentPathResolver>();
        services.AddSingleton<IApiContentResponseBuilder, ApiContentResponseBuilder>();
        services.AddSingleton<IApiPropertyRenderer, ApiPropertyRenderer>();
        services.AddScoped<UnexpandedOutput>();
        services.AddSingleton<IOutputExpansionStrategyAccessor, RequestOutput>();

        services.AddSingleton<ContentProtection>();
        services.AddSingleton<SelectorTarget>();
        services.AddSingleton<DeliveryIndex>();
        services.AddSingleton<DeliveryDocuments>();
        services.AddSingleton<DeliveryIndexQueue>();
        services.AddHostedService<DeliveryIndexWorker>();
        services.AddSingleton<IApiContentQueryProvider, ContentQueryProvider>();
        services.AddSingleton<IApiContentQueryService, ContentQueryService>();
        builder.ContentIndexHandlers().Add(() => builder.TypeLoader.GetTypes<IContentIndexHandler>());
        builder.SelectorHandlers().Add(() => builder.TypeLoader.GetTypes<ISelectorHandler>());
        builder.FilterHandlers().Add(() => builder.TypeLoader.GetTypes<IFilterHandler>());
        builder.SortHandlers().Add(() => builder.TypeLoader.GetTypes<ISortHandler>());
        builder
            .AddNotificationHandler<ContentCacheRefresherNotification, QueueDeliveryChanges>()
            .AddNotificationHandler<ContentTypeCacheRefresherNotification, QueueDeliveryChanges>()
            .AddNotificationHandler<LanguageCacheRefresherNotification, QueueDeliveryChanges>()
            .AddNotificationHandler<PublicAccessCacheRefresherNotification, QueueDeliveryChanges>()
            .AddNotificationHandler<UmbracoApplicationStartedNotification, QueueDeliveryChanges>();
        return builder;
    }

    /// <summary>Maps the routes below <c>/umbraco/delivery/api/v2</c>.</summary>
    public static IEndpointRouteBuilder MapCmsDeliveryApi(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGroup("/umbraco/delivery/api/v2/content").AddEndpointFilter<DeliveryRequestFilter>().MapContent();
        // Version 1 of Umbraco's API is gone in 17.
        endpoints.Map(
            "/umbraco/delivery/api/v1/content/{**anything}",
            () => new Refusal(StatusCodes.Status400BadRequest)
        );
        return endpoints;
    }
}
