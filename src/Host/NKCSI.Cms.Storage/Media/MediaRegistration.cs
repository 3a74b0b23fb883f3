using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Media;

internal static class MediaRegistration
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddSingleton<MediaRows>();
        services.AddSingleton<MediaReader>();
        services.AddSingleton<MediaWriter>();
        services.AddSingleton<IMediaRepository, MediaRepository>();
        return services;
    }
}
