using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Implement;
using Umbraco.Cms.Core.Sync;
using Umbraco.Cms.Infrastructure.Services.Implement;
using Umbraco.Extensions;

namespace NKCSI.Cms.Hosting.Boot;

/// <summary>Classes that Core has, and that Umbraco's other packages register (contracts/storage/boot.md 1.4).</summary>
internal static class CoreClassRegistration
{
    public static IUmbracoBuilder AddCoreClasses(this IUmbracoBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IDefaultViewContentProvider, DefaultViewContentProvider>();
        services.AddUnique<IServerRoleAccessor, SingleServerRoleAccessor>();
        services.AddSingleton<IPropertyRenderingContextAccessor, HybridPropertyRenderingContextAccessor>();
        services.AddSingleton<IDefaultCultureAccessor, DefaultCultureAccessor>();
        services.AddTransient<IUrlAssembler, DefaultUrlAssembler>();
        services.AddSingleton<ILocalLoginSettingProvider, NoopLocalLoginSettingProvider>();

        services.AddUnique<IDataTypeService, DataTypeService>();
        services.AddUnique<IAuditService, AuditService>();
        services.AddUnique<IAuditEntryService, AuditEntryService>();
        services.AddUnique<IIdKeyMap, IdKeyMap>();
        services.AddUnique<IServerRegistrationService, ServerRegistrationService>();
        services.AddSingleton<ServiceContext>();
        services.AddUnique<IUserDataService, UserDataService>();
        services.AddTransient<INodeCountService, NodeCountService>();
        services.AddUnique<ICacheSyncService, CacheSyncService>();
        services.AddUnique<IBasicAuthService, BasicAuthService>();
        return builder;
    }
}
