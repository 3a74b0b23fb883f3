using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace NKCSI.Site.Texts;

/// <summary>Texts are read anew after somebody changed the dictionary or the languages, on any node.</summary>
internal sealed class ForgetTexts(SiteTexts texts)
    : INotificationHandler<DictionaryCacheRefresherNotification>,
        INotificationHandler<LanguageCacheRefresherNotification>
{
    public void Handle(DictionaryCacheRefresherNotification notification) => texts.Forget();

    public void Handle(LanguageCacheRefresherNotification notification) => texts.Forget();
}
