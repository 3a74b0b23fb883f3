using System.Globalization;
using System.Resources;

namespace NKCSI.Cms.Sync.Resources;

/// <summary>The texts of the report: Bulgarian, and English for English cultures.</summary>
internal static class ImportTexts
{
    private static readonly ResourceManager Texts = new(
        "NKCSI.Cms.Sync.Resources.ImportTexts",
        typeof(ImportTexts).Assembly
    );

    public static string Format(string name, CultureInfo culture, params object?[] arguments)
    {
        var text = Texts.GetString(name, culture) ?? name;
        return arguments.Length == 0 ? text : string.Format(culture, text, arguments);
    }

    public static string Kind(SyncKind kind, CultureInfo culture) => Format($"Kind{kind}", culture);

    public static string Step(ImportStep step, CultureInfo culture) => Format($"Step{step}", culture);

    public static string Outcome(ImportOutcome outcome, CultureInfo culture) => Format($"Outcome{outcome}", culture);
}
