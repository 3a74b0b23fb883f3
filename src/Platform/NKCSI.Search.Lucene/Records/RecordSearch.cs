using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using NKCSI.Search.Lucene.Analysis;
using NKCSI.Search.Records;

namespace NKCSI.Search.Lucene.Records;

/// <summary>Answers queries from the index of their culture.</summary>
internal sealed class RecordSearch(RecordIndexes indexes) : IRecordSearch, IDisposable
{
    private const int MostWords = 12;
    private static readonly RecordSearchResult Nothing = new(
        0,
        [],
        new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal)
    );

    private readonly RecordAnalyzer _analyzer = new();

    public Task<RecordSearchResult> SearchAsync(RecordQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(indexes.Of(query.Culture).Search(searcher => Search(searcher, query), Nothing));
    }

    public void Dispose() => _analyzer.Dispose();

    private RecordSearchResult Search(IndexSearcher searcher, RecordQuery query)
    {
        var text =
            query.Text.Length > RecordQuery.MaximumTextLength
                ? query.Text[..RecordQuery.MaximumTextLength]
                : query.Text;
        var words = QueryWords.ToLookFor(_analyzer, text, MostWords);
        var asked = text.Trim().Length > 0;
        if (asked && words.Count == 0)
        {
            // Only punctuation was typed: there is nothing that could match it.
            return Nothing;
        }

        var wanted = Wanted(query, words);
        var all = WithChoices(wanted, query, except: null);
        var take = Math.Clamp(query.Take, 1, RecordQuery.MaximumTake);
        var skip = Math.Max(query.Skip, 0);
        var window = (int)Math.Min((long)skip + take, Math.Max(searcher.IndexReader.MaxDoc, 1));
        var found = searcher.Search(all, null, window, ToSort(query.Sort, asked), doDocScores: true, doMaxScore: false);
        var hits = found.ScoreDocs.Skip(skip).Take(take).Select(hit => ToHit(searcher, hit, words)).ToArray();
        return new RecordSearchResult(found.TotalHits, hits, Facets(searcher, wanted, query));
    }

    private static BooleanQuery Wanted(RecordQuery query, IReadOnlyList<string> words)
    {
        var wanted = new BooleanQuery();
        if (words.Count == 0)
        {
            wanted.Add(new MatchAllDocsQuery(), Occur.MUST);
        }
        else
        {
            var any = new BooleanQuery(disableCoord: false) { MinimumNumberShouldMatch = (words.Count + 1) / 2 };
            foreach (var word in words)
            {
                any.Add(Word(word), Occur.SHOULD);
            }

            wanted.Add(any, Occur.MUST);
        }

        if (query.RecordTypes.Count > 0)
        {
            wanted.Add(FacetCounting.AnyOf(RecordFields.Type, query.RecordTypes), Occur.MUST);
        }

        return wanted;
    }

    /// <summary>A word counts where it stands best: in the title, the lead or the text.</summary>
    private static DisjunctionMaxQuery Word(string stem) =>
        new(0.2f)
        {
            new TermQuery(new Term(RecordFields.Title, stem)) { Boost = 4 },
            new TermQuery(new Term(RecordFields.Lead, stem)) { Boost = 2 },
            new TermQuery(new Term(RecordFields.Text, stem)),
        };

    private static BooleanQuery WithChoices(Query wanted, RecordQuery query, string? except)
    {
        var all = new BooleanQuery { { wanted, Occur.MUST } };
        foreach (var (facet, values) in query.Chosen)
        {
            if (values.Count > 0 && facet != except)
            {
                all.Add(
                    new ConstantScoreQuery(FacetCounting.AnyOf(RecordFields.Facet(facet), values)) { Boost = 0 },
                    Occur.MUST
                );
            }
        }

        return all;
    }

    private static Sort ToSort(RecordSort sort, bool asked)
    {
        var newest = new SortField(RecordFields.DateSort, SortFieldType.INT64, reverse: true);
        var title = new SortField(RecordFields.TitleSort, SortFieldType.STRING);
        return sort switch
        {
            RecordSort.Title => new Sort(title, SortField.FIELD_DOC),
            RecordSort.Relevance when asked => new Sort(SortField.FIELD_SCORE, newest, title, SortField.FIELD_DOC),
            _ => new Sort(newest, title, SortField.FIELD_DOC),
        };
    }

    private RecordHit ToHit(IndexSearcher searcher, ScoreDoc hit, IReadOnlyList<string> words)
    {
        var document = searcher.Doc(hit.Doc);
        var stems = words.ToHashSet(StringComparer.Ordinal);
        return new RecordHit(
            Guid.Parse(document.Get(RecordFields.Key, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            document.Get(RecordFields.Type, CultureInfo.InvariantCulture),
            float.IsNaN(hit.Score) ? 0 : hit.Score,
            Highlighting.Whole(_analyzer, document.Get(RecordFields.StoredTitle, CultureInfo.InvariantCulture), stems),
            Highlighting.Passages(
                _analyzer,
                document.GetValues(RecordFields.StoredText, CultureInfo.InvariantCulture),
                stems
            )
        );
    }

    private static Dictionary<string, IReadOnlyList<FacetCount>> Facets(
        IndexSearcher searcher,
        Query wanted,
        RecordQuery query
    )
    {
        var counts = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        foreach (var facet in query.Facets)
        {
            counts[facet] = FacetCounting.Count(
                searcher,
                WithChoices(wanted, query, except: facet),
                RecordFields.Facet(facet)
            );
        }

        return counts;
    }
}
