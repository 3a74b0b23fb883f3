using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NKCSI.Cms.Hosting.Lifecycle;
using NKCSI.Cms.Hosting.Localization;
using NKCSI.Cms.Hosting.Mapping;
using NKCSI.Cms.Hosting.Messaging;
using NKCSI.Cms.Hosting.Requests;
using NKCSI.Cms.Hosting.Scheduling;
using NKCSI.Cms.Hosting.Security;
using NKCSI.Cms.Hosting.Serialization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Mapping;
using Umbraco.Cms.Core.Net;
using Umbraco.Cms.Core.Runtime;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Sync;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;

namespace NKCSI.Cms.Hosting.Boot;

/// <summary>This host's own classes for what Core asks of its surroundings.</summary>
internal static class HostClassRegistration
{
    public static IUmbracoBuilder AddHostClasses(this IUmbracoBuilder builder)
    {
        var services = builder.Services;
        services.AddUnique<IJsonSerializerEncoderFactory, BasicLatinEncoderFactory>();
        services.AddUnique<IJsonSerializer, ValueJsonSerializer>();
        services.AddUnique<IConfigurationEditorJsonSerializer, ConfigurationJsonSerializer>();
        services.AddUnique<IWebhookJsonSerializer, WebhookJsonSerializer>();
        builder.MapDefinitions();
        services.AddUnique<IUmbracoMapper, DefinedMapper>();

        services.AddUnique<ICookieManager, CookieManager>();
        services.AddUnique<IRequestAccessor, RequestAccessor>();
        services.AddUnique<IIpResolver, RemoteAddress>();
        services.AddUnique<IScopedServiceProvider, RequestServices>();
        services.AddUnique<IBackOfficeSecurityAccessor, BackOfficeSecurityAccessor>();
        services.AddUnique<IIpAddressUtilities, AllowedAddresses>();

        services.AddUnique<IServerMessenger, LocalServerMessenger>();
        services.AddUnique<ICacheInstructionService, SingleServerInstructions>();
        services.AddUnique<IRepositoryCacheVersionAccessor, SingleServerCacheVersions>();
        services.AddSingleton<EventAggregator>();
        services.AddUnique<IEventAggregator, AfterCommitEvents>();

        // Core's own lock is Windows only, and one process owns a data folder.
        services.RemoveAll<IMainDomLock>();
        services.AddUnique<IMainDom, SimpleMainDom>();
        services.AddUnique<IRuntimeState, CmsRuntimeState>();
        services.AddSingleton<CmsLifecycle>();
        services.AddSingleton<IRuntime>(provider => provider.GetRequiredService<CmsLifecycle>());
        // Started by the composition root before; with the host it stops, and a forgotten start is made up for.
        services.AddHostedService(provider => provider.GetRequiredService<CmsLifecycle>());
        services.AddHostedService<ScheduledPublishing>();
        services.AddHostedService<VersionCleanup>();

        services.AddServerTexts();
        services.AddUnique<IReservedFieldNamesService, ReservedFieldNames>();
        return builder;
    }
}
