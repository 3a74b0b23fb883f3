namespace NKCSI.Search.Records;

/// <summary>Finds published records by text and facets.</summary>
public interface IRecordSearch
{
    /// <summary>Answers the query from the index of its culture. An unknown culture or facet finds nothing.</summary>
    Task<RecordSearchResult> SearchAsync(RecordQuery query, CancellationToken ct);
}

/// <summary>What somebody looks for.</summary>
public sealed record RecordQuery
{
    /// <summary>Longest text that is looked at, in characters; the rest is ignored.</summary>
    public const int MaximumTextLength = 200;

    /// <summary>Most hits on one page of results.</summary>
    public const int MaximumTake = 100;

    /// <summary>ISO code of the culture whose index is asked, such as <c>bg-BG</c>.</summary>
    public required string Culture { get; init; }

    /// <summary>What was typed; empty finds every record.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Content type aliases to look among; empty for all that are indexed.</summary>
    public IReadOnlyList<string> RecordTypes { get; init; } = [];

    /// <summary>Chosen facet values by facet: any within a facet, all across facets.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Facets to count. A facet's counts ignore the choice made in that facet itself.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    public RecordSort Sort { get; init; } = RecordSort.Relevance;

    public int Skip { get; init; }

    /// <summary>Hits wanted, up to <see cref="MaximumTake"/>.</summary>
    public int Take { get; init; } = 12;
}

/// <summary>The order of hits. Relevance of an empty text is the newest first.</summary>
public enum RecordSort
{
    Relevance,
    Newest,
    Title,
}

/// <summary>One page of hits, with the number of all and the facet counts.</summary>
public sealed record RecordSearchResult(
    int Total,
    IReadOnlyList<RecordHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets
);

/// <summary>A record that was found, with the passages that show why.</summary>
public sealed record RecordHit(
    Guid Key,
    string RecordType,
    double Score,
    HighlightedText Title,
    IReadOnlyList<HighlightedText> Passages
);

/// <summary>A text and the ranges in it that matched, in order and without overlap.</summary>
public sealed record HighlightedText(string Text, IReadOnlyList<TextRange> Matches);

/// <summary>Start and length in UTF-16 code units.</summary>
public sealed record TextRange(int Start, int Length);

/// <summary>How many records have the value, most first.</summary>
public sealed record FacetCount(string Value, int Count);
