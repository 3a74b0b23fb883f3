using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Routing;

namespace NKCSI.Cms.Publishing.Redirects;

/// <summary>
/// Notes routes before documents are published or moved and registers redirects after the commit, when Core's url
/// segments are those of the new names. Umbraco:CMS:WebRouting:DisableRedirectUrlTracking turns it off.
/// </summary>
internal sealed class TrackRedirects(IRedirectTracker tracker, IOptionsMonitor<WebRoutingSettings> settings)
    : INotificationHandler<ContentPublishingNotification>,
        INotificationHandler<ContentMovingNotification>,
        INotificationAsyncHandler<ContentPublishedNotification>,
        INotificationAsyncHandler<ContentMovedNotification>
{
    private const string StateKey = "NKCSI.Cms.Publishing.OldRoutes";

    public void Handle(ContentPublishingNotification notification) =>
        Note(notification, notification.PublishedEntities, isMove: false);

    public void Handle(ContentMovingNotification notification) =>
        Note(notification, notification.MoveInfoCollection.Select(move => move.Entity), isMove: true);

    public Task HandleAsync(ContentPublishedNotification notification, CancellationToken cancellationToken) =>
        Register(notification);

    public Task HandleAsync(ContentMovedNotification notification, CancellationToken cancellationToken) =>
        Register(notification);

    private void Note(IStatefulNotification notification, IEnumerable<IContent> documents, bool isMove)
    {
        if (settings.CurrentValue.DisableRedirectUrlTracking)
        {
            return;
        }

        // Core hands the state on to the notification after the commit.
        var routes = RoutesIn(notification) ?? [];
        notification.State[StateKey] = routes;
        foreach (var document in documents)
        {
            tracker.StoreOldRoute(document, routes, isMove);
        }
    }

    private Task Register(IStatefulNotification notification)
    {
        if (!settings.CurrentValue.DisableRedirectUrlTracking && RoutesIn(notification) is { } routes)
        {
            tracker.CreateRedirects(routes);
        }

        return Task.CompletedTask;
    }

    private static Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)>? RoutesIn(
        IStatefulNotification notification
    ) =>
        notification.State.TryGetValue(StateKey, out var routes)
            ? (Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)>?)routes
            : null;
}
