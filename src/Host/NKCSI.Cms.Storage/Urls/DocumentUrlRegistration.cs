using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Urls;

internal static class DocumentUrlRegistration
{
    public static IServiceCollection AddDocumentUrls(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentUrlRepository, DocumentUrlRepository>();
        services.AddSingleton<IDocumentUrlAliasRepository, DocumentUrlAliasRepository>();
        return services;
    }
}
