using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Navigation;

internal static class NavigationRegistration
{
    public static IServiceCollection AddNavigation(this IServiceCollection services)
    {
        services.AddSingleton<INavigationRepository, NavigationRepository>();
        services.AddSingleton<IPublishStatusRepository, PublishStatusRepository>();
        return services;
    }
}
