using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace NKCSI.Catalogue.Vocabularies;

/// <summary>Content changed somewhere: terms may be among it, and reading them again costs little.</summary>
internal sealed class ForgetVocabularies(ControlledVocabularies vocabularies)
    : INotificationHandler<ContentCacheRefresherNotification>
{
    public void Handle(ContentCacheRefresherNotification notification) => vocabularies.Forget();
}
