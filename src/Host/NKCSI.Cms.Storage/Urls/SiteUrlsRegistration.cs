using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Urls;

internal static class SiteUrlsRegistration
{
    internal static IServiceCollection AddDomainsAndRedirects(this IServiceCollection services)
    {
        services.AddSingleton<IDomainRepository, DomainRepository>();
        services.AddSingleton<IRedirectUrlRepository, RedirectUrlRepository>();
        return services;
    }
}
