using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NKCSI.Search.Records;

namespace NKCSI.Search.Lucene.Records;

/// <summary>Counts the values of a facet among the documents of a query.</summary>
internal static class FacetCounting
{
    public static BooleanQuery AnyOf(string field, IReadOnlyList<string> values)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var value in values.Take(BooleanQuery.MaxClauseCount))
        {
            any.Add(new TermQuery(new Term(field, value)), Occur.SHOULD);
        }

        return any;
    }

    public static IReadOnlyList<FacetCount> Count(IndexSearcher searcher, Query query, string field)
    {
        var collector = new Collector(field);
        searcher.Search(query, collector);
        return
        [
            .. collector
                .Counts.OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new FacetCount(pair.Key, pair.Value)),
        ];
    }

    /// <summary>Ordinals differ from segment to segment, so each segment is counted by itself and merged by value.</summary>
    private sealed class Collector(string field) : ICollector
    {
        private readonly BytesRef _value = new();
        private SortedSetDocValues? _values;
        private int[] _counts = [];

        public Dictionary<string, int> Counts
        {
            get
            {
                Merge();
                return _merged;
            }
        }

        private readonly Dictionary<string, int> _merged = new(StringComparer.Ordinal);

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
            // Counting needs no scores.
        }

        public void SetNextReader(AtomicReaderContext context)
        {
            Merge();
            _values = context.AtomicReader.GetSortedSetDocValues(field);
            _counts = new int[_values?.ValueCount ?? 0];
        }

        public void Collect(int doc)
        {
            if (_values is null)
            {
                return;
            }

            _values.SetDocument(doc);
            for (var ord = _values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = _values.NextOrd())
            {
                _counts[ord]++;
            }
        }

        private void Merge()
        {
            for (var ord = 0; ord < _counts.Length; ord++)
            {
                if (_counts[ord] == 0)
                {
                    continue;
                }

                _values!.LookupOrd(ord, _value);
                var text = _value.Utf8ToString();
                _merged[text] = _merged.GetValueOrDefault(text) + _counts[ord];
            }

            _counts = [];
        }
    }
}
