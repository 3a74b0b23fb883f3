using System.Globalization;
using System.Resources;

namespace NKCSI.Web.FirstStart;

/// <summary>What the site says to its operator, Bulgarian unless the console is English.</summary>
internal static class SetupTexts
{
    private static readonly ResourceManager Texts = new("NKCSI.Web.FirstStart.SetupTexts", typeof(SetupTexts).Assembly);

    public static string Get(string key, params object?[] values)
    {
        var text = Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;
        return values.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, values);
    }
}
