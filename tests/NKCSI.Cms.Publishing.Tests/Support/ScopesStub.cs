using System.Data;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Scoping;

namespace NKCSI.Cms.Publishing.Tests.Support;

/// <summary>Says whether a scope is open, which is all that the published cache asks.</summary>
internal sealed class ScopesStub : ICoreScopeProvider
{
    public IScopeContext? Context { get; set; }

    public ICoreScope CreateCoreScope(
        IsolationLevel isolationLevel = IsolationLevel.Unspecified,
        RepositoryCacheMode repositoryCacheMode = RepositoryCacheMode.Unspecified,
        IEventDispatcher? eventDispatcher = null,
        IScopedNotificationPublisher? scopedNotificationPublisher = null,
        bool? scopeFileSystems = null,
        bool callContext = false,
        bool autoComplete = false
    ) => throw new NotSupportedException();

    public IQuery<T> CreateQuery<T>() => throw new NotSupportedException();

    public void Open() => Context = new OpenScope();

    private sealed class OpenScope : IScopeContext
    {
        public Guid InstanceId { get; } = Guid.NewGuid();

        public int CreatedThreadId => Environment.CurrentManagedThreadId;

        public void Enlist(string key, Action<bool> action, int priority = 100) { }

        public T? Enlist<T>(string key, Func<T> creator, Action<bool, T?>? action = null, int priority = 100) =>
            creator();

        public T? GetEnlisted<T>(string key) => default;

        public void ScopeExit(bool completed) { }
    }
}
