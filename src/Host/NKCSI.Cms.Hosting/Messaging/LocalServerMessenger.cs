using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Sync;

namespace NKCSI.Cms.Hosting.Messaging;

/// <summary>
/// Passes cache refreshes on to the refreshers of this process at once: the site runs on one server. Writing and
/// reading <c>umbracoCacheInstruction</c> comes with running on several.
/// </summary>
internal sealed class LocalServerMessenger : IServerMessenger
{
    public void Sync()
    {
        // No other server writes instructions.
    }

    public void SendMessages()
    {
        // Nothing waits: every refresh has happened when its call returns.
    }

    public void QueueRefresh<TPayload>(ICacheRefresher refresher, TPayload[] payload)
    {
        if (payload is not { Length: > 0 })
        {
            return;
        }

        if (refresher is not IPayloadCacheRefresher<TPayload> typed)
        {
            throw new InvalidOperationException(
                $"The refresher '{refresher.Name}' takes no payload of type '{typeof(TPayload)}'."
            );
        }

        // The first empties the repository caches; Refresh rebuilds what is read through them.
        typed.RefreshInternal(payload);
        typed.Refresh(payload);
    }

    public void QueueRefresh<T>(ICacheRefresher refresher, Func<T, int> getNumericId, params T[] instances) =>
        RefreshInstances(refresher, instances);

    public void QueueRefresh<T>(ICacheRefresher refresher, Func<T, Guid> getGuidId, params T[] instances) =>
        RefreshInstances(refresher, instances);

    public void QueueRemove<T>(ICacheRefresher refresher, Func<T, int> getNumericId, params T[] instances)
    {
        foreach (var instance in instances ?? [])
        {
            Typed<T>(refresher).Remove(instance);
        }
    }

    public void QueueRemove(ICacheRefresher refresher, params int[] numericIds)
    {
        foreach (var id in numericIds ?? [])
        {
            refresher.Remove(id);
        }
    }

    public void QueueRefresh(ICacheRefresher refresher, params int[] numericIds)
    {
        foreach (var id in numericIds ?? [])
        {
            refresher.Refresh(id);
        }
    }

    public void QueueRefresh(ICacheRefresher refresher, params Guid[] guidIds)
    {
        foreach (var id in guidIds ?? [])
        {
            refresher.Refresh(id);
        }
    }

    public void QueueRefreshAll(ICacheRefresher refresher) => refresher.RefreshAll();

    private static void RefreshInstances<T>(ICacheRefresher refresher, T[]? instances)
    {
        foreach (var instance in instances ?? [])
        {
            Typed<T>(refresher).Refresh(instance);
        }
    }

    private static ICacheRefresher<T> Typed<T>(ICacheRefresher refresher) =>
        refresher as ICacheRefresher<T>
        ?? throw new InvalidOperationException(
            $"The refresher '{refresher.Name}' takes no instances of '{typeof(T)}'."
        );
}
