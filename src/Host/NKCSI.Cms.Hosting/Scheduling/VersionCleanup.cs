using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Hosting.Scheduling;

/// <summary>
/// Deletes old versions of documents by the policy of their types, once an hour, when
/// <c>Umbraco:CMS:Content:ContentVersionCleanupPolicy:EnableCleanup</c> says so.
/// </summary>
internal sealed class VersionCleanup(
    IRuntimeState state,
    IContentVersionService versions,
    IOptionsMonitor<ContentSettings> settings,
    TimeProvider clock,
    ILogger<VersionCleanup> logger
) : RecurringWork(state, clock, logger)
{
    protected override TimeSpan Period => TimeSpan.FromHours(1);

    protected override void Work()
    {
        if (!settings.CurrentValue.ContentVersionCleanupPolicy.EnableCleanup)
        {
            return;
        }

        var deleted = versions.PerformContentVersionCleanup(Clock.GetUtcNow().UtcDateTime);
        if (deleted.Count > 0)
        {
            logger.LogInformation("Deleted {Count} old versions of documents", deleted.Count);
        }
    }
}
