using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.ContentTypes;

internal static class ContentTypesRegistration
{
    internal static IServiceCollection AddContentTypes(this IServiceCollection services) =>
        services
            .AddSingleton<PropertyFactory>()
            .AddSingleton<TypeFactory>()
            .AddSingleton<TypeCaches>()
            .AddSingleton<TypeSet>()
            .AddSingleton<IContentTypeCommonRepository>(provider => provider.GetRequiredService<TypeSet>());
}
