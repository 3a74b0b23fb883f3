using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace NKCSI.Cms.Hosting.Messaging;

/// <summary>
/// Core's event aggregator, except that what a scope publishes after its commit, and what cache refreshers announce,
/// reaches every handler: one that throws is logged and the next one runs. The rows are committed by then; an error
/// would only make a success look like a failure and skip the handlers behind it (contracts/storage/boot.md 3).
/// Notifications before the commit (Saving, Publishing, start and stop) keep throwing.
/// </summary>
internal sealed class AfterCommitEvents(
    EventAggregator before,
    IServiceScopeFactory scopes,
    ILogger<AfterCommitEvents> logger
) : IEventAggregator
{
    private static readonly ConcurrentDictionary<Type, IHandlers> HandlersByType = new();

    public void Publish<TNotification>(TNotification notification)
        where TNotification : INotification
    {
        if (notification is CacheRefresherNotification)
        {
            Publish<INotification, INotificationHandler>([notification]);
            return;
        }

        before.Publish(notification);
    }

    public void Publish<TNotification, TNotificationHandler>(IEnumerable<TNotification> notifications)
        where TNotification : INotification
        where TNotificationHandler : INotificationHandler
    {
        // The contract is synchronous and its callers rely on the asynchronous handlers having finished.
        Task.WaitAll(PublishAsync<TNotification, TNotificationHandler>(notifications, CancellationToken.None));
    }

    public Task PublishAsync<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
        where TNotification : INotification =>
        notification is CacheRefresherNotification
            ? PublishAsync<INotification, INotificationHandler>([notification], cancellationToken)
            : before.PublishAsync(notification, cancellationToken);

    /// <summary>All synchronous handlers of all notifications first, then all asynchronous ones: Core's order.</summary>
    public async Task PublishAsync<TNotification, TNotificationHandler>(
        IEnumerable<TNotification> notifications,
        CancellationToken cancellationToken = default
    )
        where TNotification : INotification
        where TNotificationHandler : INotificationHandler
    {
        var runs = Runs(notifications);
        foreach (var (type, run) in runs)
        {
            await using var scope = scopes.CreateAsyncScope();
            HandlersOf(type).Handle<TNotificationHandler>(scope.ServiceProvider, run, logger);
        }

        foreach (var (type, run) in runs)
        {
            await using var scope = scopes.CreateAsyncScope();
            await HandlersOf(type)
                .HandleAsync<TNotificationHandler>(scope.ServiceProvider, run, logger, cancellationToken);
        }
    }

    public bool PublishCancelable<TCancelableNotification>(TCancelableNotification notification)
        where TCancelableNotification : ICancelableNotification => before.PublishCancelable(notification);

    public Task<bool> PublishCancelableAsync<TCancelableNotification>(TCancelableNotification notification)
        where TCancelableNotification : ICancelableNotification => before.PublishCancelableAsync(notification);

    /// <summary>Neighbours of one type go to their handlers together.</summary>
    private static List<(Type Type, List<INotification> Run)> Runs<TNotification>(
        IEnumerable<TNotification> notifications
    )
        where TNotification : INotification
    {
        var runs = new List<(Type Type, List<INotification> Run)>();
        foreach (var notification in notifications)
        {
            var type = notification.GetType();
            if (runs.Count == 0 || runs[^1].Type != type)
            {
                runs.Add((type, []));
            }

            runs[^1].Run.Add(notification);
        }

        return runs;
    }

    private static IHandlers HandlersOf(Type notificationType) =>
        HandlersByType.GetOrAdd(
            notificationType,
            static type => (IHandlers)Activator.CreateInstance(typeof(Handlers<>).MakeGenericType(type))!
        );

    private interface IHandlers
    {
        void Handle<TMarker>(IServiceProvider services, List<INotification> run, ILogger logger);

        Task HandleAsync<TMarker>(
            IServiceProvider services,
            List<INotification> run,
            ILogger logger,
            CancellationToken ct
        );
    }

    private sealed class Handlers<T> : IHandlers
        where T : INotification
    {
        public void Handle<TMarker>(IServiceProvider services, List<INotification> run, ILogger logger)
        {
            foreach (var handler in services.GetServices<INotificationHandler<T>>())
            {
                if (handler is not TMarker)
                {
                    continue;
                }

                try
                {
                    handler.Handle(run.Cast<T>());
                }
                catch (Exception exception)
                {
                    Log(logger, exception, handler);
                }
            }
        }

        public async Task HandleAsync<TMarker>(
            IServiceProvider services,
            List<INotification> run,
            ILogger logger,
            CancellationToken ct
        )
        {
            foreach (var handler in services.GetServices<INotificationAsyncHandler<T>>())
            {
                if (handler is not TMarker)
                {
                    continue;
                }

                try
                {
                    await handler.HandleAsync(run.Cast<T>(), ct);
                }
                catch (Exception exception)
                {
                    Log(logger, exception, handler);
                }
            }
        }

        private static void Log(ILogger logger, Exception exception, object handler) =>
            logger.LogError(
                exception,
                "{Handler} failed on {Notification} after the commit; what it derives is repaired at the next start",
                handler.GetType().FullName,
                typeof(T).Name
            );
    }
}
