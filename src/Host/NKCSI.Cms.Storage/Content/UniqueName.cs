using System.Globalization;
using System.Text.RegularExpressions;

namespace NKCSI.Cms.Storage.Content;

/// <summary>
/// The name that an item gets when its own is taken: "Name (1)", "Name (2)" and so on, the first number that is free.
/// A name that ends with a number of the editor's own, "Chapter (2)", counts on from there only if plain "Chapter"
/// exists, and becomes "Chapter (2) (1)" otherwise. (The rule of genuine Umbraco.)
/// </summary>
internal static partial class UniqueName
{
    public static string Among(IReadOnlyCollection<string> others, string name)
    {
        if (!IsTaken(others, name))
        {
            return name;
        }

        var (text, number) = Split(name);
        if (number is not null && !IsTaken(others, text))
        {
            text = name;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{text} ({FirstFreeNumber(others, text)})");
    }

    /// <summary>The part of the name that all names share that could stand in its way.</summary>
    public static string Stem(string name) => Split(name).Text;

    private static bool IsTaken(IReadOnlyCollection<string> others, string name) =>
        others.Any(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));

    private static int FirstFreeNumber(IReadOnlyCollection<string> others, string text)
    {
        var taken = others
            .Select(Split)
            .Where(other => other.Text.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .Select(other => other.Number)
            .ToHashSet();
        var number = 1;
        while (taken.Contains(number))
        {
            number++;
        }

        return number;
    }

    private static (string Text, int? Number) Split(string name)
    {
        var match = Numbered().Match(name);
        return
            match.Success
            && int.TryParse(
                match.Groups["number"].ValueSpan,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? (match.Groups["text"].Value, number)
            : (name, null);
    }

    [GeneratedRegex(
        @"^(?<text>.*) \((?<number>[1-9][0-9]*)\)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbered();
}
