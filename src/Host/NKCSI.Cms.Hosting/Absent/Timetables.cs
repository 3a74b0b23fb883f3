using Umbraco.Cms.Core.Configuration;

namespace NKCSI.Cms.Hosting.Absent;

/// <summary>
/// Timetables of the scheduled health checks. None is run, so only the empty one is valid. The operations part completes
/// it.
/// </summary>
internal sealed class NoTimetables : ICronTabParser
{
    public bool IsValidCronTab(string cronTab) => string.IsNullOrWhiteSpace(cronTab);

    public DateTime GetNextOccurrence(string cronTab, DateTime time) => DateTime.MaxValue;
}
