using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NKCSI.Search.Records;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Web.Pipeline;

/// <summary>Whether the process lives, and whether it can answer the public.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready");
    }
}

/// <summary>Ready: Core runs, the database answers, the search index is there.</summary>
internal sealed class ReadinessCheck(IRuntimeState runtime, IKeyValueService keyValues, IRecordIndex index)
    : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (runtime.Level != RuntimeLevel.Run)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy($"Runtime level {runtime.Level}."));
        }

        // Throws, and is reported as unhealthy, when the database does not answer.
        keyValues.GetValue(
            Constants.Conventions.Migrations.KeyValuePrefix + Constants.Conventions.Migrations.UmbracoUpgradePlanName
        );
        return Task.FromResult(
            index.NeedsRebuild
                ? HealthCheckResult.Degraded("The search index is being built.")
                : HealthCheckResult.Healthy()
        );
    }
}
