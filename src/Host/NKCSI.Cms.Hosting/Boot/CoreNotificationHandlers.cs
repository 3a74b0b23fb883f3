using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Handlers;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Navigation;

namespace NKCSI.Cms.Hosting.Boot;

/// <summary>
/// Handlers whose classes are Core's and that somebody else has to register (contracts/storage/boot.md 1.7). Within a
/// notification they run in the order of registration; the cache handlers come first, so that what runs behind them
/// reads what has just been saved.
/// </summary>
internal static class CoreNotificationHandlers
{
    public static IUmbracoBuilder AddCoreNotificationHandlers(this IUmbracoBuilder builder) =>
        builder.AddStart().AddCacheHandlers().AddCacheHandlersOfContent().AddUserMails().AddAudit().AddWarnings();

    private static IUmbracoBuilder AddStart(this IUmbracoBuilder builder) =>
        builder
            .AddNotificationAsyncHandler<
                PostRuntimePremigrationsUpgradeNotification,
                NavigationInitializationNotificationHandler
            >()
            .AddNotificationAsyncHandler<
                PostRuntimePremigrationsUpgradeNotification,
                PublishStatusInitializationNotificationHandler
            >();

    private static IUmbracoBuilder AddCacheHandlers(this IUmbracoBuilder builder) =>
        builder
            .AddNotificationHandler<
                DictionaryItemDeletedNotification,
                DictionaryItemDeletedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<
                DictionaryItemSavedNotification,
                DictionaryItemSavedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<LanguageSavedNotification, LanguageSavedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<LanguageDeletedNotification, LanguageDeletedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<MemberSavedNotification, MemberSavedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<MemberDeletedNotification, MemberDeletedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<
                ExternalMemberSavedNotification,
                ExternalMemberSavedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<
                ExternalMemberDeletedNotification,
                ExternalMemberDeletedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<
                PublicAccessEntrySavedNotification,
                PublicAccessEntrySavedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<
                PublicAccessEntryDeletedNotification,
                PublicAccessEntryDeletedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<UserSavedNotification, UserSavedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<UserDeletedNotification, UserDeletedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<
                UserGroupWithUsersSavedNotification,
                UserGroupWithUsersSavedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<UserGroupDeletedNotification, UserGroupDeletedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<
                MemberGroupDeletedNotification,
                MemberGroupDeletedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<MemberGroupSavedNotification, MemberGroupSavedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<TemplateDeletedNotification, TemplateDeletedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<TemplateSavedNotification, TemplateSavedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<
                RelationTypeDeletedNotification,
                RelationTypeDeletedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<
                RelationTypeSavedNotification,
                RelationTypeSavedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<DomainDeletedNotification, DomainDeletedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<DomainSavedNotification, DomainSavedDistributedCacheNotificationHandler>();

    private static IUmbracoBuilder AddCacheHandlersOfContent(this IUmbracoBuilder builder) =>
        builder
            .AddNotificationHandler<DataTypeDeletedNotification, DataTypeDeletedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<DataTypeSavedNotification, DataTypeSavedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<MediaTreeChangeNotification, MediaTreeChangeDistributedCacheNotificationHandler>()
            .AddNotificationHandler<
                ContentTypeChangedNotification,
                ContentTypeChangedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<MediaTypeChangedNotification, MediaTypeChangedDistributedCacheNotificationHandler>()
            .AddNotificationHandler<
                MemberTypeChangedNotification,
                MemberTypeChangedDistributedCacheNotificationHandler
            >()
            .AddNotificationHandler<
                ContentTreeChangeNotification,
                ContentTreeChangeDistributedCacheNotificationHandler
            >();

    private static IUmbracoBuilder AddUserMails(this IUmbracoBuilder builder)
    {
        builder.Services.AddSingleton<UserNotificationsHandler.Notifier>();
        return builder
            .AddNotificationHandler<ContentSavedNotification, UserNotificationsHandler>()
            .AddNotificationHandler<ContentSortedNotification, UserNotificationsHandler>()
            .AddNotificationHandler<ContentPublishedNotification, UserNotificationsHandler>()
            .AddNotificationHandler<ContentMovedNotification, UserNotificationsHandler>()
            .AddNotificationHandler<ContentMovedToRecycleBinNotification, UserNotificationsHandler>()
            .AddNotificationHandler<ContentCopiedNotification, UserNotificationsHandler>()
            .AddNotificationHandler<ContentRolledBackNotification, UserNotificationsHandler>()
            .AddNotificationHandler<ContentUnpublishedNotification, UserNotificationsHandler>()
            .AddNotificationHandler<AssignedUserGroupPermissionsNotification, UserNotificationsHandler>()
            .AddNotificationHandler<PublicAccessEntrySavedNotification, UserNotificationsHandler>();
    }

    private static IUmbracoBuilder AddAudit(this IUmbracoBuilder builder) =>
        builder
            .AddNotificationAsyncHandler<MemberSavedNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<MemberDeletedNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<AssignedMemberRolesNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<RemovedMemberRolesNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<ExportedMemberNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<UserSavedNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<UserDeletedNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<UserGroupWithUsersSavedNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<AssignedUserGroupPermissionsNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<ExternalMemberSavedNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<ExternalMemberDeletedNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<AssignedExternalMemberRolesNotification, AuditNotificationsHandler>()
            .AddNotificationAsyncHandler<RemovedExternalMemberRolesNotification, AuditNotificationsHandler>();

    private static IUmbracoBuilder AddWarnings(this IUmbracoBuilder builder) =>
        builder
            .AddNotificationHandler<ContentPublishedNotification, AddDomainWarningsWhenPublishingNotificationHandler>()
            .AddNotificationAsyncHandler<
                ContentPublishedNotification,
                AddUnroutableContentWarningsWhenPublishingNotificationHandler
            >()
            .AddNotificationAsyncHandler<
                ContentTypeSavingNotification,
                WarnDocumentTypeElementSwitchNotificationHandler
            >()
            .AddNotificationAsyncHandler<
                ContentTypeSavedNotification,
                WarnDocumentTypeElementSwitchNotificationHandler
            >();
}
