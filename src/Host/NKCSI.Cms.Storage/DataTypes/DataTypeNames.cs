using System.Globalization;
using System.Text.RegularExpressions;

namespace NKCSI.Cms.Storage.DataTypes;

/// <summary>Data types have different names: a name that is taken gets the next free number, as in "Name (1)".</summary>
internal static partial class DataTypeNames
{
    public static string Free(string name, IReadOnlyCollection<string> taken)
    {
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!names.Contains(name))
        {
            return name;
        }

        // "Name (1)" counts on from "Name" only when there is a "Name"; otherwise the number belongs to the name.
        var numbered = Numbered().Match(name);
        var stem =
            numbered.Success && names.Contains(numbered.Groups["stem"].Value) ? numbered.Groups["stem"].Value : name;
        return Enumerable
            .Range(1, names.Count + 1)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{stem} ({number})"))
            .First(candidate => !names.Contains(candidate));
    }

    [GeneratedRegex(@"^(?<stem>.+) \([1-9][0-9]*\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
