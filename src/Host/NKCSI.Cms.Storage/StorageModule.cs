using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.Storage.Audit;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.DataTypes;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Entities;
using NKCSI.Cms.Storage.Files;
using NKCSI.Cms.Storage.KeyValues;
using NKCSI.Cms.Storage.Languages;
using NKCSI.Cms.Storage.Logs;
using NKCSI.Cms.Storage.LongRunningOperations;
using NKCSI.Cms.Storage.Media;
using NKCSI.Cms.Storage.Members;
using NKCSI.Cms.Storage.Navigation;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.PublicAccess;
using NKCSI.Cms.Storage.Relations;
using NKCSI.Cms.Storage.Schema;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Servers;
using NKCSI.Cms.Storage.Tags;
using NKCSI.Cms.Storage.Templates;
using NKCSI.Cms.Storage.Urls;
using NKCSI.Cms.Storage.Users;
using NKCSI.Cms.Storage.Webhooks;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage;

/// <summary>Umbraco.Cms.Core's persistence contracts on EF Core, in Umbraco's own schema.</summary>
public static class StorageModule
{
    /// <summary>Registers scopes, locks, queries and every repository that Core asks for.</summary>
    public static IUmbracoBuilder AddCmsStorage(this IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSingleton<StorageConnection>();
        services.AddSingleton<WriterQueue>();
        services.AddPooledDbContextFactory<CmsDbContext>(options =>
            options
                .UseSqlite()
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                .AddInterceptors(new WriterGate())
        );
        services.AddSingleton<ICmsSchema, SchemaInstaller>();

        services.AddSingleton<ScopeStack>();
        services.AddSingleton<ScopedDatabase>();
        services.AddSingleton<CommitClock>();
        services.AddSingleton(typeof(EntityCache<>));
        services.AddSingleton<SqliteLocking>();
        services.AddSingleton<IDistributedLockingMechanismFactory>(provider =>
            provider.GetRequiredService<SqliteLocking>()
        );
        // The id-key map itself opens scopes.
        services.AddSingleton(provider => new Lazy<IIdKeyMap>(provider.GetRequiredService<IIdKeyMap>));
        services.AddSingleton<ScopeServices>();
        services.AddSingleton<ICoreScopeProvider, CmsScopeProvider>();

        services.AddSingleton<IKeyValueRepository, KeyValueRepository>();
        services.AddEntities();
        services.AddAudit();
        services.AddDomainsAndRedirects();
        services.AddUsers();
        services.AddSingleton<IPublicAccessRepository, PublicAccessRepository>();
        services.AddSingleton<ILongRunningOperationRepository, LongRunningOperationRepository>();
        services.AddSingleton<ILogViewerQueryRepository, LogViewerQueryRepository>();
        services.AddFiles();
        services.AddOutsideMembers();
        services.AddWebhooks();
        services.AddServers();
        services.AddSingleton<SettingsNodes>();
        services.AddLanguages();
        services.AddDataTypes();
        services.AddContentTypes();
        services.AddTemplates();
        services.AddContent();
        services.AddDocuments();
        services.AddMedia();
        services.AddTags();
        services.AddRelations();
        services.AddNavigation();
        services.AddDocumentUrls();
        services.AddMembers();
        return builder;
    }
}
