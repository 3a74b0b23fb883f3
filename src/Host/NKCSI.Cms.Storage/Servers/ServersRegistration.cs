using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Servers;

internal static class ServersRegistration
{
    internal static IServiceCollection AddServers(this IServiceCollection services)
    {
        services.AddSingleton<ICacheInstructionRepository, CacheInstructionRepository>();
        services.AddSingleton<ILastSyncedRepository, LastSyncedRepository>();
        services.AddSingleton<IRepositoryCacheVersionRepository, RepositoryCacheVersionRepository>();
        services.AddSingleton<IServerRegistrationRepository, ServerRegistrationRepository>();
        return services;
    }
}
