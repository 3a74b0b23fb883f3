using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Tags;

internal static class TagRegistration
{
    public static IServiceCollection AddTags(this IServiceCollection services)
    {
        services.AddSingleton<TagAssignment>();
        services.AddSingleton<ContentTags>();
        services.AddSingleton<ITagRepository, TagRepository>();
        return services;
    }
}
