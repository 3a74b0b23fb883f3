using System.Globalization;
using System.Resources;

namespace NKCSI.Web.FirstStart;

/// <summary>What the site says to its operator, Bulgarian unless the console is English.</summary>
internal static class SetupTexts
{
    private static readonly ResourceManager Texts = new("NKCSI.Web.FirstStart.SetupTexts", typeof(SetupTexts).Assembly);

    /// <summary>The console's language, remembered before Core sets the language of the administration on every thread.</summary>
    public static CultureInfo Culture { get; set; } = CultureInfo.CurrentUICulture;

    public static string Get(string key, params object?[] values)
    {
        var text = Texts.GetString(key, Culture) ?? key;
        return values.Length == 0 ? text : string.Format(Culture, text, values);
    }
}
