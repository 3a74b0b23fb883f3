using NKCSI.Cms.Sync;

namespace NKCSI.Web.FirstStart;

/// <summary>
/// Shows on one line what an import is doing. Where the output is a file: a line per step and kind, and one more for
/// each further tenth of a kind with many items.
/// </summary>
internal sealed class ConsoleProgress : IProgress<ImportProgress>
{
    private const int Width = 78;
    private const int Tenths = 10;
    private const int Many = 100;
    private string _last = string.Empty;
    private (ImportStep, SyncKind?, int) _shown = (default, null, -1);

    public void Report(ImportProgress value)
    {
        var line = "  " + value.Describe(SetupTexts.Culture);
        if (Console.IsOutputRedirected)
        {
            var part = (value.Step, value.Kind, value.Total < Many ? 0 : value.Done * Tenths / value.Total);
            if (part != _shown)
            {
                _shown = part;
                Console.WriteLine(line);
            }

            return;
        }

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
