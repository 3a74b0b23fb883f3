using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Telemetry;

internal static class TelemetryRegistration
{
    internal static IServiceCollection AddSilentReports(this IServiceCollection services)
    {
#pragma warning disable CS0618 // Core still asks for both contracts.
        services.AddUnique<IInstallationRepository, SilentReports>();
        services.AddUnique<IUpgradeCheckRepository, SilentReports>();
#pragma warning restore CS0618
        return services;
    }
}
