using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// A genuine Umbraco trusts its table of published content as long as this key names its serializer. We change
/// content and do not write that table, so the key goes: whoever opens the database with Umbraco afterwards gets the
/// table rebuilt at start (contracts/storage/semantics.md 15).
/// </summary>
internal sealed class LeaveGenuineCacheToRebuild(IKeyValueService keyValues)
    : INotificationHandler<UmbracoApplicationStartingNotification>
{
    private const string SerializerKey = "Umbraco.Web.PublishedCache.NuCache.Serializer";

    public void Handle(UmbracoApplicationStartingNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (notification.RuntimeLevel == RuntimeLevel.Run && !string.IsNullOrEmpty(keyValues.GetValue(SerializerKey)))
        {
            keyValues.SetValue(SerializerKey, string.Empty);
        }
    }
}
