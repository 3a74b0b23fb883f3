using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Audit;

internal static class AuditRegistration
{
    internal static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<IAuditRepository, AuditRepository>();
        services.AddSingleton<IAuditEntryRepository, AuditEntryRepository>();
        return services;
    }
}
