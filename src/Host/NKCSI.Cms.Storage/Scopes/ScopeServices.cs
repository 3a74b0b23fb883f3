using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Database;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Scopes;

/// <summary>What every scope needs, gathered once.</summary>
internal sealed record ScopeServices(
    ScopeStack Stack,
    StorageConnection Connections,
    WriterQueue Writers,
    IDbContextFactory<CmsDbContext> Contexts,
    CommitClock CommitClock,
    AppCaches AppCaches,
    Lazy<IIdKeyMap> IdKeyMap,
    IDistributedLockingMechanismFactory Locking,
    FileSystems FileSystems,
    IEventAggregator Events,
    ILoggerFactory LoggerFactory
)
{
    public ILogger Logger { get; } = LoggerFactory.CreateLogger<CmsScope>();
}

/// <summary>How a scope was asked for.</summary>
internal sealed record ScopeRequest(
    RepositoryCacheMode CacheMode,
    bool? ScopeFileSystems,
    IScopedNotificationPublisher? Notifications,
    bool AutoComplete
);
