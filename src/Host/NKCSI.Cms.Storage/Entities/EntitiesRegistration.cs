using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Entities;

internal static class EntitiesRegistration
{
    internal static IServiceCollection AddEntities(this IServiceCollection services)
    {
        services.AddSingleton<IEntityRepository, EntityRepository>();
        services.AddSingleton<IIdKeyMapRepository, IdKeyMapRepository>();
        return services;
    }
}
