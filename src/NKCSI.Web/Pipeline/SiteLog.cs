using System.Globalization;
using NKCSI.Cms.Hosting.Environment;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace NKCSI.Web.Pipeline;

/// <summary>Structured logs: JSON lines in the data folder, warnings on the console. No personal data, no query strings.</summary>
internal static class SiteLog
{
    private const int DaysKept = 31;

    public static void Configure(HostBuilderContext context, IServiceProvider services, LoggerConfiguration log)
    {
        var folder = Path.Combine(services.GetRequiredService<DataFolder>().Root, "logs");
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .ReadFrom.Configuration(context.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(LogEventLevel.Warning, formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(folder, "nkcsi-.json"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept
            );
    }

    public static void ConfigureRequests(RequestLoggingOptions options) =>
        options.GetLevel = (context, _, failure) =>
            failure is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError
                ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
                ? LogEventLevel.Debug
            : LogEventLevel.Information;
}
