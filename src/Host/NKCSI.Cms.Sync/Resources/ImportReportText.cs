using System.Globalization;
using System.Text;

namespace NKCSI.Cms.Sync.Resources;

/// <summary>Writes a report for a console or a log: totals by item type first, then what needs a look.</summary>
internal static class ImportReportText
{
    private static readonly ImportOutcome[] Columns =
    [
        ImportOutcome.Created,
        ImportOutcome.Updated,
        ImportOutcome.Unchanged,
        ImportOutcome.Deleted,
        ImportOutcome.Skipped,
        ImportOutcome.Failed,
    ];

    public static string Write(ImportReport report, CultureInfo culture, bool everyItem)
    {
        var text = new StringBuilder();
        text.AppendLine(Headline(report, culture));
        text.AppendLine(ImportTexts.Format("Took", culture, report.Duration.TotalSeconds));
        WriteTable(text, report, culture);
        foreach (var note in report.Notes)
        {
            text.Append("- ").AppendLine(note.Describe(culture));
        }
        if (everyItem)
        {
            WriteChanges(text, report, culture);
        }
        WriteMessages(text, report, culture);
        return text.ToString();
    }

    private static string Headline(ImportReport report, CultureInfo culture)
    {
        var name =
            report.IsDryRun ? "HeadDryRun"
            : !report.IsCommitted ? "HeadRolledBack"
            : report.Failures > 0 ? "HeadWithFailures"
            : report.Changes == 0 ? "HeadNothingChanged"
            : "HeadDone";
        return ImportTexts.Format(name, culture, report.Changes, report.Failures);
    }

    private static void WriteTable(StringBuilder text, ImportReport report, CultureInfo culture)
    {
        var kinds = Enum.GetValues<SyncKind>().Where(kind => report.Items.Any(item => item.Kind == kind)).ToList();
        if (kinds.Count == 0)
        {
            return;
        }
        var headings = Columns.Select(outcome => ImportTexts.Outcome(outcome, culture)).ToList();
        var names = kinds.ConvertAll(kind => ImportTexts.Kind(kind, culture));
        var first = names.Max(name => name.Length);
        text.Append(' ', first);
        foreach (var heading in headings)
        {
            text.Append("  ").Append(heading);
        }
        text.AppendLine();
        for (var row = 0; row < kinds.Count; row++)
        {
            text.Append(names[row].PadRight(first));
            for (var column = 0; column < Columns.Length; column++)
            {
                var count = report.Count(Columns[column], kinds[row]).ToString(culture);
                text.Append("  ").Append(count.PadLeft(headings[column].Length));
            }
            text.AppendLine();
        }
    }

    private static void WriteChanges(StringBuilder text, ImportReport report, CultureInfo culture)
    {
        foreach (
            var item in report.Items.Where(item =>
                item.Outcome is ImportOutcome.Created or ImportOutcome.Updated or ImportOutcome.Deleted
            )
        )
        {
            text.Append(ImportTexts.Outcome(item.Outcome, culture)).Append(": ").Append(item.File);
            if (item.Changed.Count > 0)
            {
                text.Append(" (").AppendJoin(", ", item.Changed).Append(')');
            }
            text.AppendLine();
        }
    }

    private static void WriteMessages(StringBuilder text, ImportReport report, CultureInfo culture)
    {
        foreach (var item in report.Items.OrderByDescending(item => item.Outcome == ImportOutcome.Failed))
        {
            foreach (var message in item.Messages)
            {
                text.Append(ImportTexts.Format(message.IsError ? "Error" : "Warning", culture))
                    .Append(": ")
                    .Append(item.File)
                    .Append(": ")
                    .AppendLine(message.Describe(culture));
            }
        }
    }
}
