using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Database;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Scoping;

namespace NKCSI.Cms.Storage.Scopes;

/// <summary>
/// A unit of work. The root scope owns the connection and the transaction; nested scopes share them and can only veto
/// the commit. Notifications are published after the commit; a scope that ends without Complete rolls back.
/// Source: contracts/storage/boot.md 1.6, 2 and 3.
/// </summary>
internal sealed class CmsScope : CoreScope, ICoreScope
{
    private readonly ScopeServices _services;
    private readonly bool _autoComplete;
    private StorageSession? _session;
    private bool? _completed;
    private bool _disposed;

    public CmsScope(ScopeServices services, CmsScope? parent, ScopeRequest request)
        : base(
            services.Locking,
            services.LoggerFactory,
            services.FileSystems,
            services.Events,
            request.CacheMode,
            request.ScopeFileSystems,
            request.Notifications
        )
    {
        _services = services;
        _autoComplete = request.AutoComplete;
        Parent = parent;
        Root = parent?.Root ?? this;
        CacheMode =
            request.CacheMode == RepositoryCacheMode.Unspecified
                ? parent?.CacheMode ?? RepositoryCacheMode.Default
                : request.CacheMode;
        if (parent is not null)
        {
            SetParentScope(parent);
        }

        TouchedCaches = parent?.Root.TouchedCaches ?? new ScopedEntityCaches(services.CommitClock);
    }

    public CmsScope? Parent { get; }

    public CmsScope Root { get; }

    /// <summary>How repositories in this scope cache; inherited from the parent when not asked for.</summary>
    public RepositoryCacheMode CacheMode { get; }

    /// <summary>The caches that only this unit of work sees, and what it must clear for everybody at its commit.</summary>
    public ScopedEntityCaches TouchedCaches { get; }

    /// <summary>The database inside this scope's transaction, with the locks taken that were asked for.</summary>
    public CmsDbContext Database
    {
        get
        {
            var session = Root.Session;
            Locks.EnsureLocks(InstanceId);
            return session.Context;
        }
    }

    /// <summary>The session of the root scope, opened on first use.</summary>
    public StorageSession Session
    {
        get
        {
            ObjectDisposedException.ThrowIf(Root._disposed, this);
            return Root._session ??= OpenSession();
        }
    }

    public new bool Complete()
    {
        _completed ??= true;
        base.Complete();
        return _completed.Value;
    }

    public override void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        if (!ReferenceEquals(_services.Stack.Scope, this))
        {
            throw new InvalidOperationException(
                "The scope that is being disposed is not the ambient scope. A nested scope was left open, or the scope "
                    + "flowed into another task: start such work with the execution context suppressed."
            );
        }

        Locks.ClearLocks(InstanceId);
        if (Parent is null)
        {
            Locks.EnsureLocksCleared(InstanceId);
        }

        if (_autoComplete && _completed is null)
        {
            Complete();
        }

        _services.Stack.Pop(this);
        if (Parent is null)
        {
            EndRoot();
        }
        else
        {
            _disposed = true;
            base.Dispose();
        }
    }

    protected override void ChildCompleted(bool? completed)
    {
        if (completed != true)
        {
            _completed = false;
        }

        base.ChildCompleted(completed);
    }

    private StorageSession OpenSession()
    {
        TouchedCaches.Begin();
        return new StorageSession(_services.Connections, _services.Writers, _services.Contexts);
    }

    private void EndRoot()
    {
        var completed = _completed == true;
        try
        {
            EndTransaction(completed);
        }
        catch
        {
            _disposed = true;
            _services.Stack.ExitContext(completed: false);
            throw;
        }

        _disposed = true;
        try
        {
            // File systems, then the notifications of this unit of work: handlers first synchronous, then asynchronous.
            base.Dispose();
        }
        catch (Exception failure) when (completed)
        {
            // The rows are committed. What handlers derive from them is repaired at the next start.
            _services.Logger.LogError(failure, "A notification handler failed after the commit");
        }
        finally
        {
            ExitContext(completed);
        }
    }

    private void ExitContext(bool completed)
    {
        try
        {
            _services.Stack.ExitContext(completed);
        }
        catch (AggregateException failure) when (completed)
        {
            _services.Logger.LogError(failure, "What was enlisted in a scope failed after the commit");
        }
    }

    private void EndTransaction(bool completed)
    {
        if (_session is not { } session)
        {
            return;
        }

        var wrote = session.IsWriter;
        try
        {
            if (completed)
            {
                session.Commit(() => TouchedCaches.Publish(_services.AppCaches.IsolatedCaches));
            }
        }
        finally
        {
            _session = null;
            session.Dispose();
            TouchedCaches.Dispose();
        }

        if (!completed && wrote)
        {
            // SQLite hands out the ids of rolled-back rows again: a remembered id would point to another key.
            _services.IdKeyMap.Value.ClearCache();
        }
    }
}
