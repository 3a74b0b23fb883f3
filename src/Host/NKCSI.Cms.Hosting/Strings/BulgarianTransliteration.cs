using System.Collections.Frozen;
using System.Text;

namespace NKCSI.Cms.Hosting.Strings;

/// <summary>
/// Bulgarian in Latin letters after the Transliteration Act of 2009 (State Gazette 19/2009): letter by letter, except
/// that „ия“ at the end of a word becomes <c>ia</c> and the name „България“ becomes <c>Bulgaria</c>.
/// </summary>
internal static class BulgarianTransliteration
{
    private static readonly FrozenDictionary<char, string> Letters = new Dictionary<char, string>
    {
        ['а'] = "a",
        ['б'] = "b",
        ['в'] = "v",
        ['г'] = "g",
        ['д'] = "d",
        ['е'] = "e",
        ['ж'] = "zh",
        ['з'] = "z",
        ['и'] = "i",
        ['ѝ'] = "i",
        ['й'] = "y",
        ['к'] = "k",
        ['л'] = "l",
        ['м'] = "m",
        ['н'] = "n",
        ['о'] = "o",
        ['п'] = "p",
        ['р'] = "r",
        ['с'] = "s",
        ['т'] = "t",
        ['у'] = "u",
        ['ф'] = "f",
        ['х'] = "h",
        ['ц'] = "ts",
        ['ч'] = "ch",
        ['ш'] = "sh",
        ['щ'] = "sht",
        ['ъ'] = "a",
        ['ь'] = "y",
        ['ю'] = "yu",
        ['я'] = "ya",
    }.ToFrozenDictionary();

    /// <summary>Characters that are no Bulgarian letters stay as they are.</summary>
    public static string ToLatin(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('Ѐ', 'ӿ'))
        {
            return text;
        }

        // A letter with an accent of its own (и + U+0300) is the accented letter.
        text = text.Normalize(NormalizationForm.FormC);
        var latin = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            if (IsNameOfBulgaria(text, index))
            {
                latin.Append(char.IsUpper(text[index]) ? 'B' : 'b');
                latin.Append(char.IsUpper(text[index + 1]) ? "ULGARIA" : "ulgaria");
                index += NameOfBulgaria.Length - 1;
                continue;
            }

            Append(latin, text, index);
        }

        return latin.ToString();
    }

    private const string NameOfBulgaria = "българия";

    private static void Append(StringBuilder latin, string text, int index)
    {
        var letter = text[index];
        var lower = char.ToLowerInvariant(letter);
        if (!Letters.TryGetValue(lower, out var replacement))
        {
            latin.Append(letter);
            return;
        }

        if (lower == 'я' && IsPrecededBy(text, index, 'и') && IsWordEnd(text, index + 1))
        {
            replacement = "a";
        }

        if (lower == letter)
        {
            latin.Append(replacement);
            return;
        }

        var isShouted =
            index + 1 < text.Length && char.IsLetter(text[index + 1])
                ? char.IsUpper(text[index + 1])
                : index > 0 && char.IsUpper(text[index - 1]);
        latin.Append(
            isShouted ? replacement.ToUpperInvariant() : char.ToUpperInvariant(replacement[0]) + replacement[1..]
        );
    }

    private static bool IsNameOfBulgaria(string text, int index) =>
        string.Compare(text, index, NameOfBulgaria, 0, NameOfBulgaria.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (index == 0 || !char.IsLetter(text[index - 1]))
        && IsWordEnd(text, index + NameOfBulgaria.Length);

    private static bool IsPrecededBy(string text, int index, char letter) =>
        index > 0 && char.ToLowerInvariant(text[index - 1]) == letter;

    private static bool IsWordEnd(string text, int index) => index >= text.Length || !char.IsLetter(text[index]);
}
