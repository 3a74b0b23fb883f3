using System.Globalization;
using NKCSI.Cms.Sync;

namespace NKCSI.Web.FirstStart;

/// <summary>Shows on one line what an import is doing; a new line per step where the output is a file.</summary>
internal sealed class ConsoleProgress : IProgress<ImportProgress>
{
    private const int Width = 78;
    private string _last = string.Empty;
    private (ImportStep, SyncKind?) _step;

    public void Report(ImportProgress value)
    {
        if (Console.IsOutputRedirected)
        {
            if (_step != (value.Step, value.Kind))
            {
                _step = (value.Step, value.Kind);
                Console.WriteLine("  " + value.Describe(CultureInfo.CurrentUICulture));
            }

            return;
        }

        var line = "  " + value.Describe(CultureInfo.CurrentUICulture);
        if (line != _last)
        {
            _last = line;
            Console.Write("\r" + (line.Length > Width ? line[..Width] : line.PadRight(Width)));
        }
    }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        if (!Console.IsOutputRedirected && _last.Length > 0)
        {
            Console.WriteLine();
        }
    }
}
