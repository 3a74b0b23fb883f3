using Lucene.Net.Analysis;
using NKCSI.Search.Records;

namespace NKCSI.Search.Lucene.Records;

/// <summary>Shows where the words of a query stand, by the stems they were found by.</summary>
internal static class Highlighting
{
    private const int MostPassages = 2;
    private const int PassageLength = 220;

    public static HighlightedText Whole(Analyzer analyzer, string text, IReadOnlySet<string> stems) =>
        new(text, Matches(analyzer, text, stems));

    /// <summary>The sentences with the most different words of the query.</summary>
    public static IReadOnlyList<HighlightedText> Passages(
        Analyzer analyzer,
        IReadOnlyList<string> texts,
        IReadOnlySet<string> stems
    )
    {
        if (stems.Count == 0)
        {
            return [];
        }

        return
        [
            .. texts
                .SelectMany(Sentences)
                .Select(sentence => Scored(analyzer, sentence, stems))
                .Where(passage => passage.Score > 0)
                .OrderByDescending(passage => passage.Score)
                .Take(MostPassages)
                .Select(passage => passage.Text),
        ];
    }

    private static (HighlightedText Text, int Score) Scored(
        Analyzer analyzer,
        string sentence,
        IReadOnlySet<string> stems
    )
    {
        var found = QueryWords.Of(analyzer, sentence).Where(word => stems.Contains(word.Stem)).ToArray();
        return (
            new HighlightedText(sentence, [.. found.Select(word => new TextRange(word.Start, word.End - word.Start))]),
            found.Select(word => word.Stem).Distinct(StringComparer.Ordinal).Count()
        );
    }

    private static TextRange[] Matches(Analyzer analyzer, string text, IReadOnlySet<string> stems) =>
        stems.Count == 0
            ? []
            :
            [
                .. QueryWords
                    .Of(analyzer, text)
                    .Where(word => stems.Contains(word.Stem))
                    .Select(word => new TextRange(word.Start, word.End - word.Start)),
            ];

    /// <summary>Sentences, or pieces of about a passage's length where a sentence is longer.</summary>
    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '.' or '!' or '?' or '\n' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]));
            var full = i - start >= PassageLength && char.IsWhiteSpace(text[i]);
            if (!ends && !full && i + 1 < text.Length)
            {
                continue;
            }

            if (text[start..(i + 1)].Trim() is { Length: > 0 } sentence)
            {
                yield return sentence;
            }

            start = i + 1;
        }
    }
}
