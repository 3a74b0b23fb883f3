using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Hosting.Scheduling;

/// <summary>Publishes and unpublishes what is due (<c>Umbraco:CMS:ScheduledPublishing:Period</c>, a minute by default).</summary>
internal sealed class ScheduledPublishing(
    IRuntimeState state,
    IContentService contentService,
    IUmbracoContextFactory contexts,
    ICoreScopeProvider scopes,
    IOptions<ScheduledPublishingSettings> settings,
    TimeProvider clock,
    ILogger<ScheduledPublishing> logger
) : RecurringWork(state, clock, logger)
{
    protected override TimeSpan Period => settings.Value.Period;

    protected override void Work()
    {
        // Handlers of the notifications may read published content.
        using var context = contexts.EnsureUmbracoContext();
        using var scope = scopes.CreateCoreScope(autoComplete: true);

        // Two processes on one database must not publish the same document twice.
        scope.EagerWriteLock(Constants.Locks.ScheduledPublishing);
        foreach (
            var results in contentService.PerformScheduledPublish(Clock.GetUtcNow().UtcDateTime).GroupBy(r => r.Result)
        )
        {
            logger.LogInformation("Scheduled publishing: {Count} items, {Status}", results.Count(), results.Key);
        }
    }
}
