using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;

namespace NKCSI.Search.Lucene.Indexing;

/// <summary>
/// Hears of every change of content, also from other nodes, after the published cache is fresh (two-hosts.md 6): the
/// refresher's notification rather than the published one, which does not come for the bin.
/// </summary>
internal sealed class QueueChangedContent(IndexQueue queue)
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
            queue.Add(new IndexChange(null, WithDescendants: true));
            return;
        }

        foreach (var payload in payloads.Where(payload => !payload.Blueprint))
        {
            var all = payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshAll) || payload.Key is null;
            var branch =
                payload.ChangeTypes.HasFlag(TreeChangeTypes.RefreshBranch)
                || payload.PublishedCultures is { Length: > 0 }
                || payload.UnpublishedCultures is { Length: > 0 };
            queue.Add(new IndexChange(all ? null : payload.Key, branch));
        }
    }

    public void Handle(ContentTypeCacheRefresherNotification notification) => Everything();

    public void Handle(LanguageCacheRefresherNotification notification) => Everything();

    public void Handle(PublicAccessCacheRefresherNotification notification) => Everything();

    public void Handle(UmbracoApplicationStartedNotification notification) => queue.Add(IndexWorker.BuildWhatIsMissing);

    private void Everything() => queue.Add(new IndexChange(null, WithDescendants: true));
}
