using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Relations;

internal static class RelationRegistration
{
    public static IServiceCollection AddRelations(this IServiceCollection services)
    {
        services.AddSingleton<IRelationRepository, RelationRepository>();
        services.AddSingleton<IRelationTypeRepository, RelationTypeRepository>();
        services.AddSingleton<ITrackedReferencesRepository, TrackedReferencesRepository>();
        return services;
    }
}
