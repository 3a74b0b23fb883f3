using Microsoft.Extensions.DependencyInjection.Extensions;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.DeliveryApi.Accessors;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.Hosting.Boot;

/// <summary>
/// Core's own classes around published content and its JSON. Value converters, refreshers and webhooks ask for them even
/// where nothing is published; the parts that publish have registered their own before.
/// </summary>
internal static class PublishedDefaults
{
    public static IUmbracoBuilder AddPublishedDefaults(this IUmbracoBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton<IVariationContextAccessor, HybridVariationContextAccessor>();
        services.TryAddSingleton<IPublishedContentTypeFactory, PublishedContentTypeFactory>();
        services.TryAddSingleton<IApiElementBuilder, ApiElementBuilder>();
        services.TryAddSingleton<IApiContentBuilder, ApiContentBuilder>();
        services.TryAddSingleton<IApiContentResponseBuilder, ApiContentResponseBuilder>();
        services.TryAddSingleton<IApiMediaBuilder, ApiMediaBuilder>();
        services.TryAddSingleton<IApiContentNameProvider, ApiContentNameProvider>();
        services.TryAddSingleton<IApiContentPathProvider, ApiContentPathProvider>();
        services.TryAddSingleton<IApiContentRouteBuilder, ApiContentRouteBuilder>();
        services.TryAddSingleton<IApiMediaUrlProvider, ApiMediaUrlProvider>();
        services.TryAddSingleton<IApiPublishedContentCache, ApiPublishedContentCache>();
        services.TryAddSingleton<IApiDocumentUrlService, ApiDocumentUrlService>();
        services.TryAddSingleton<IOutputExpansionStrategyAccessor, NoopOutputExpansionStrategyAccessor>();
        services.TryAddSingleton<IRequestStartItemProviderAccessor, NoopRequestStartItemProviderAccessor>();
        services.TryAddSingleton<IRequestCultureService, NoopRequestCultureService>();
        services.TryAddSingleton<IRequestPreviewService, NoopRequestPreviewService>();
        services.TryAddSingleton<IImageUrlGenerator, NoopImageUrlGenerator>();
        return builder;
    }
}
