using System.Data;
using NKCSI.Cms.Storage.Queries;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Scoping;

namespace NKCSI.Cms.Storage.Scopes;

/// <summary>Opens scopes for Core's services. Isolation level and event dispatcher are relics of the contract.</summary>
internal sealed class CmsScopeProvider : ICoreScopeProvider
{
    private readonly ScopeServices _services;

    public CmsScopeProvider(ScopeServices services)
    {
        _services = services;
        services.FileSystems.IsScoped = () => services.Stack.Scope?.ScopedFileSystems;
    }

    public IScopeContext? Context => _services.Stack.Context;

    public ICoreScope CreateCoreScope(
        IsolationLevel isolationLevel = IsolationLevel.Unspecified,
        RepositoryCacheMode repositoryCacheMode = RepositoryCacheMode.Unspecified,
        IEventDispatcher? eventDispatcher = null,
        IScopedNotificationPublisher? scopedNotificationPublisher = null,
        bool? scopeFileSystems = null,
        bool callContext = false,
        bool autoComplete = false
    )
    {
        var scope = new CmsScope(
            _services,
            _services.Stack.Scope,
            new ScopeRequest(repositoryCacheMode, scopeFileSystems, scopedNotificationPublisher, autoComplete)
        );
        _services.Stack.Push(scope);
        return scope;
    }

    public IQuery<T> CreateQuery<T>() => new CmsQuery<T>();
}
