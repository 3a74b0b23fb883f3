using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Hosting.Scheduling;

/// <summary>
/// One piece of work that is done again and again while the site runs. A failure is logged and the next round comes in
/// its time; nothing happens before Core has started.
/// </summary>
internal abstract class RecurringWork(IRuntimeState state, TimeProvider clock, ILogger logger) : BackgroundService
{
    protected abstract TimeSpan Period { get; }

    protected TimeProvider Clock => clock;

    /// <summary>One round, as the timer starts it.</summary>
    internal void RunOnce()
    {
        if (state.Level != RuntimeLevel.Run)
        {
            return;
        }

        try
        {
            Work();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{Work} failed and is tried again in {Period}", GetType().Name, Period);
        }
    }

    /// <summary>Core's services for this are synchronous; the round has a thread of the pool for itself.</summary>
    protected abstract void Work();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                RunOnce();
            }
        }
        catch (OperationCanceledException)
        {
            // The site stops.
        }
    }
}
