using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace NKCSI.Search.Lucene.Records;

/// <summary>The stems of a text, with where they stand in it.</summary>
internal static class QueryWords
{
    /// <summary>Short words that carry no topic; left out of a query unless nothing else is there.</summary>
    private static readonly HashSet<string> Empty = new(
        (
            "и в във на за от с със до по при или а но че да се не е са към без през под над как къде какво кой коя кое кои "
            + "the a an of in on for to and or is are with by at from as how what where who"
        ).Split(' '),
        StringComparer.Ordinal
    );

    public sealed record Word(string Stem, int Start, int End);

    public static IReadOnlyList<Word> Of(Analyzer analyzer, string text)
    {
        var words = new List<Word>();
        using var stream = analyzer.GetTokenStream("words", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            words.Add(new Word(term.ToString(), offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return words;
    }

    /// <summary>The distinct stems to look for, at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<string> ToLookFor(Analyzer analyzer, string text, int most)
    {
        var words = Of(analyzer, text);
        var full = words.Where(word => !Empty.Contains(text[word.Start..word.End].ToLowerInvariant())).ToArray();
        return
        [
            .. (full.Length > 0 ? full : words).Select(word => word.Stem).Distinct(StringComparer.Ordinal).Take(most),
        ];
    }
}
