using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;

namespace NKCSI.Cms.DeliveryApi.Index;

/// <summary>Hears of every change after the published cache is fresh, on every node.</summary>
internal sealed class QueueDeliveryChanges(DeliveryIndexQueue queue)
    : INotificationHandler<ContentCacheRefresherNotification>,
        INotificationHandler<ContentTypeCacheRefresherNotification>,
        INotificationHandler<LanguageCacheRefresherNotification>,
        INotificationHandler<PublicAccessCacheRefresherNotification>,
        INotificationHandler<UmbracoApplicationStartedNotification>
{
    public void Handle(ContentCacheRefresherNotification notification)
    {
        if (notification.MessageObject is not ContentCacheRefresher.JsonPayload[] payloads)
        {
            queue.Add(DeliveryChange.Everything);
            return;
        }

        foreach (var payload in payloads.Where(payload => !payload.Blueprint))
        {
            queue.Add(
                payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshAll) || payload.Key is null
                    ? DeliveryChange.Everything
                    : new DeliveryChange(
                        payload.Key,
                        payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshBranch)
                            || payload.PublishedCultures is { Length: > 0 }
                            || payload.UnpublishedCultures is { Length: > 0 }
                    )
            );
        }
    }

    public void Handle(ContentTypeCacheRefresherNotification notification) => queue.Add(DeliveryChange.Everything);

    public void Handle(LanguageCacheRefresherNotification notification) => queue.Add(DeliveryChange.Everything);

    public void Handle(PublicAccessCacheRefresherNotification notification) => queue.Add(DeliveryChange.Everything);

    public void Handle(UmbracoApplicationStartedNotification notification) =>
        queue.Add(DeliveryChange.OnlyWhatIsMissing);
}
