using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.Storage.Consents;
using NKCSI.Cms.Storage.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Users;

internal static class UsersRegistration
{
    internal static IServiceCollection AddUsers(this IServiceCollection services)
    {
        services.AddSingleton<UserGroupLoader>();
        services.AddSingleton<DocumentPermissions>();
        services.AddSingleton<IUserGroupRepository, UserGroupRepository>();
        services.AddSingleton<UserLoader>();
        services.AddSingleton<UserWriter>();
        services.AddSingleton<UserSessions>();
        services.AddSingleton<IUserRepository, UserRepository>();
        services.AddSingleton<IUserDataRepository, UserDataRepository>();
        services.AddSingleton<IExternalLoginWithKeyRepository, ExternalLoginRepository>();
        services.AddSingleton<ITwoFactorLoginRepository, TwoFactorLoginRepository>();
        services.AddSingleton<INotificationsRepository, NotificationsRepository>();
        services.AddSingleton<IConsentRepository, ConsentRepository>();
        services.AddSingleton<IWebProfilerRepository, WebProfilerRepository>();
        services.AddSingleton<IUserIdKeyResolver, UserIdKeyResolver>();
        services.AddSingleton<IBackOfficeUserReader, BackOfficeUserReader>();
        services.AddSingleton<IBackOfficeUserStore, BackOfficeUserStore>();
        services.AddSingleton<ICoreBackOfficeUserManager, BackOfficeUserManager>();
        services.AddSingleton<IFirstAdministrator, FirstAdministrator>();
        services.AddSingleton<IBackOfficePasswordChanger, BackOfficePasswordChanger>();
        return services;
    }
}
