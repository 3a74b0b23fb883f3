using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.Storage.DynamicRoots;
using Umbraco.Cms.Core.DynamicRoot.QuerySteps;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Entities;

internal static class EntitiesRegistration
{
    internal static IServiceCollection AddEntities(this IServiceCollection services)
    {
        services.AddSingleton<IEntityRepository, EntityRepository>();
        services.AddSingleton<IIdKeyMapRepository, IdKeyMapRepository>();
        services.AddSingleton<INodeCountRepository, NodeCountRepository>();
        services.AddSingleton<IDynamicRootRepository, DynamicRootRepository>();
        return services;
    }
}
