using Umbraco.Cms.Core.Factories;
using Umbraco.Cms.Core.HealthChecks;
using Umbraco.Cms.Core.HealthChecks.NotificationMethods;
using Umbraco.Cms.Core.Logging.Viewer;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Installer;
using Umbraco.Cms.Core.Services;
using LogLevel = Umbraco.Cms.Core.Logging.LogLevel;

namespace NKCSI.Cms.Hosting.Absent;

/// <summary>The log viewer finds no entries. The operations part of the backoffice, which reads the log files, completes it.</summary>
internal sealed class NoLogEntries : ILogViewerRepository
{
    public IEnumerable<ILogEntry> GetLogs(LogTimePeriod logTimePeriod, string? filterExpression = null) => [];

    public LogLevelCounts GetLogCount(LogTimePeriod logTimePeriod) => new();

    public LogTemplate[] GetMessageTemplates(LogTimePeriod logTimePeriod) => [];

    public LogLevel GetGlobalMinLogLevel() => LogLevel.Information;

    public LogLevel RestrictedToMinimumLevel() => LogLevel.Information;
}

/// <summary>Usage statistics for Umbraco's makers: this site sends none, whatever the consent says.</summary>
internal sealed class NoUsageStatistics : IUsageInformationService
{
    public IEnumerable<UsageInformation>? GetDetailed() => null;
}

/// <summary>Databases offered by an installer with questions: this host installs without asking, so there are none.</summary>
internal sealed class NoDatabaseChoice : IDatabaseSettingsFactory
{
    public ICollection<DatabaseSettingsModel> GetDatabaseSettings() => [];
}

/// <summary>Results of scheduled health checks as they are, until the operations part, which mails them, completes it.</summary>
internal sealed class PlainHealthReport : IMarkdownToHtmlConverter
{
    public string ToHtml(HealthCheckResults results, HealthCheckNotificationVerbosity verbosity) =>
        System.Net.WebUtility.HtmlEncode(results.ResultsAsMarkDown(verbosity));
}
