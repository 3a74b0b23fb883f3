using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace NKCSI.Cms.Hosting.Relations;

/// <summary>What relations follow from saving, copying and trashing.</summary>
internal static class RelationHandlers
{
    public static IUmbracoBuilder AddRelationHandlers(this IUmbracoBuilder builder) =>
        builder
            .AddNotificationAsyncHandler<ContentCopiedNotification, RelateOnCopyNotificationHandler>()
            .AddNotificationHandler<ContentMovedNotification, RelationsOfTrashedItems>()
            .AddNotificationAsyncHandler<ContentMovedToRecycleBinNotification, RelationsOfTrashedItems>()
            .AddNotificationHandler<MediaMovedNotification, RelationsOfTrashedItems>()
            .AddNotificationAsyncHandler<MediaMovedToRecycleBinNotification, RelationsOfTrashedItems>()
            .AddNotificationHandler<ContentSavedNotification, AutomaticRelations>()
            .AddNotificationHandler<ContentPublishedNotification, AutomaticRelations>()
            .AddNotificationHandler<ContentUnpublishedNotification, AutomaticRelations>()
            .AddNotificationHandler<MediaSavedNotification, AutomaticRelations>()
            .AddNotificationHandler<MemberSavedNotification, AutomaticRelations>();
}
