using System.Text;

namespace NKCSI.Search.Lucene.Analysis;

/// <summary>The tables behind <see cref="NormalizationFilter"/>.</summary>
internal static class TextNormalization
{
    private const string LatinLookalikes = "aeopcxyABEKMHOPCTX";
    private const string CyrillicLookalikes = "аеорсхуАВЕКМНОРСТХ";
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿѐёѝ";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuuyyееи";

    /// <summary>The folded form of one word.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var (latin, cyrillic) = CountScripts(word);
        var towardsCyrillic = latin > 0 && cyrillic >= latin;
        var towardsLatin = cyrillic > 0 && latin > cyrillic;
        var folded = new StringBuilder(word.Length);
        foreach (var original in word)
        {
            var letter =
                towardsCyrillic ? Swap(original, LatinLookalikes, CyrillicLookalikes)
                : towardsLatin ? Swap(original, CyrillicLookalikes, LatinLookalikes)
                : original;
            letter = Swap(char.ToLowerInvariant(letter), Accented, Plain);
            if (letter == '\u0306' && folded.Length > 0 && folded[^1] == 'и')
            {
                folded[^1] = 'й';
            }
            else if (!IsIgnorable(letter))
            {
                folded.Append(letter);
            }
        }

        return folded.ToString();
    }

    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u04FF';

    /// <summary>Combining marks, the soft hyphen and characters without width.</summary>
    private static bool IsIgnorable(char letter) =>
        letter is (>= '\u0300' and <= '\u036F') or '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF';

    private static char Swap(char letter, string from, string to) =>
        from.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? to[at] : letter;

    private static (int Latin, int Cyrillic) CountScripts(ReadOnlySpan<char> word)
    {
        int latin = 0,
            cyrillic = 0;
        foreach (var letter in word)
        {
            if (IsCyrillic(letter))
            {
                cyrillic++;
            }
            else if (char.IsAsciiLetter(letter))
            {
                latin++;
            }
        }

        return (latin, cyrillic);
    }
}
