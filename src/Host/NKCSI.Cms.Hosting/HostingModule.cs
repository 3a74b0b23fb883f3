using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Hosting.Absent;
using NKCSI.Cms.Hosting.Boot;
using NKCSI.Cms.Hosting.Environment;
using NKCSI.Cms.Hosting.Relations;
using NKCSI.Cms.Hosting.Requests;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Logging;

namespace NKCSI.Cms.Hosting;

/// <summary>
/// Boots Umbraco.Cms.Core outside Umbraco's own web project (contracts/storage/boot.md). Order of a composition root:
/// <c>AddCms()</c>, the other parts (<c>AddCmsStorage()</c>, <c>AddCmsPublishing()</c> …), <see cref="BuildCms"/>; then
/// build the host, install the schema, <see cref="Lifecycle.CmsLifecycle.StartAsync(IServiceProvider, CancellationToken)"/>.
/// </summary>
public static class HostingModule
{
    /// <summary>Registers Core's services, collections and options, and what Core has but does not register.</summary>
    /// <param name="builder">The host; its configuration is Umbraco's too.</param>
    /// <param name="assemblies">Where types are discovered.</param>
    public static IUmbracoBuilder AddCms(this IHostApplicationBuilder builder, CmsAssemblies assemblies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(assemblies);

        var services = builder.Services;
        var data = DataFolder.From(builder.Configuration, builder.Environment);
        services.AddSingleton(data);
        AddOwnSettings(builder.Configuration, data);
        services.AddHttpContextAccessor();
        services.AddMemoryCache();
        services.TryAddSingleton(TimeProvider.System);

        // Discovery happens before there is a logger; what it says is of no use to anybody but its developer.
        var discoveryLog = NullLoggerFactory.Instance;
        var typeFinder = new TypeFinder(
            discoveryLog.CreateLogger<TypeFinder>(),
            assemblies.ToProvider(discoveryLog),
            [],
            new TypeFinderConfig(Options.Create(new TypeFinderSettings()))
        );
        var typeLoader = new TypeLoader(typeFinder, discoveryLog.CreateLogger<TypeLoader>());
        services.AddSingleton<ITypeFinder>(typeFinder);
        services.AddSingleton(typeLoader);

        var cms = new UmbracoBuilder(
            services,
            builder.Configuration,
            typeLoader,
            discoveryLog,
            new NoopProfiler(),
            AppCaches.Create(new RequestCache(new HttpContextAccessor()))
        );
        return cms.AddConfiguration()
            .AddEnvironment()
            .AddCoreClasses()
            .AddHostClasses()
            .AddCoreNotificationHandlers()
            .AddRelationHandlers();
    }

    /// <summary>What the site has written for itself comes first, so that everything its operator says overrules it.</summary>
    private static void AddOwnSettings(IConfigurationManager configuration, DataFolder data)
    {
        var own = new JsonConfigurationSource
        {
            Path = Path.Combine(data.Root, DataFolderSettings.FileName),
            Optional = true,
        };
        own.ResolveFileProvider();
        configuration.Sources.Insert(0, own);
    }

    /// <summary>
    /// Runs the composers of the discovered assemblies, answers for the parts that this host does not have, and closes
    /// the collections. Call it last.
    /// </summary>
    public static IUmbracoBuilder BuildCms(this IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddComposers();
        builder.AddPublishedDefaults();
        builder.AddAbsentParts();
        builder.Build();
        return builder;
    }
}
