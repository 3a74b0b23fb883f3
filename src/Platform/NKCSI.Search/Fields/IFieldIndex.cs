namespace NKCSI.Search.Fields;

/// <summary>
/// An index of documents with typed fields that answers exact conditions and sorts with exact totals: the store behind
/// the Delivery API's query (contracts/delivery/delivery-api.md 11). Derived data: can be rebuilt at any time.
/// </summary>
public interface IFieldIndex : IDisposable
{
    /// <summary>Whether the index is missing or was written with another schema or version.</summary>
    bool NeedsRebuild { get; }

    /// <summary>Replaces everything by these documents; readers see the old content until all are in.</summary>
    Task RebuildAsync(IAsyncEnumerable<FieldDocument> documents, CancellationToken ct);

    /// <summary>Replaces all documents of these groups by the given ones, in one step that readers see at once.</summary>
    Task ReplaceAsync(
        IReadOnlyCollection<string> groups,
        IReadOnlyCollection<FieldDocument> documents,
        CancellationToken ct
    );

    FieldQueryResult Query(FieldQuery query);
}

/// <summary>Opens the index of a name, kept below the host's local temporary folder.</summary>
public interface IFieldIndexes
{
    /// <param name="name">A folder name; one index per name and process.</param>
    /// <param name="schema">Identifies the fields and their kinds; an index of another schema needs a rebuild.</param>
    IFieldIndex Open(string name, string schema);
}

/// <summary>A document. <paramref name="Group"/> is what it is replaced by: all cultures of one content item, say.</summary>
public sealed record FieldDocument(string Id, string Group, IReadOnlyList<FieldValues> Fields);

/// <summary>The values of a field: string, int, long, decimal or DateTime (UTC) as its kind asks.</summary>
public sealed record FieldValues(string Name, FieldKind Kind, IReadOnlyList<object> Values);

/// <summary>How a field is kept, after Umbraco's <c>FieldType</c>.</summary>
public enum FieldKind
{
    /// <summary>Matched whole, case-sensitively.</summary>
    StringRaw,

    /// <summary>Matched by parts of its words, whatever the case.</summary>
    StringAnalyzed,

    /// <summary>Matched whole and sorted by.</summary>
    StringSortable,
    Number,
    Date,
}

/// <summary>What is asked: all conditions must hold; sorts apply in order, then the order of ids.</summary>
public sealed record FieldQuery(
    IReadOnlyList<FieldCondition> Conditions,
    IReadOnlyList<FieldSort> Sorts,
    int Skip,
    int Take
);

/// <summary>A condition on a field: any of the values (none of them for the negative operators). No values: nothing is found.</summary>
public sealed record FieldCondition(string Field, FieldKind Kind, FieldOperator Operator, IReadOnlyList<object> Values);

/// <summary>How a field is compared, after Umbraco's <c>FilterOperation</c>.</summary>
public enum FieldOperator
{
    Is,
    IsNot,
    Contains,
    DoesNotContain,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
}

public sealed record FieldSort(string Field, FieldKind Kind, bool Descending);

/// <summary>The ids of one page and the number of all.</summary>
public sealed record FieldQueryResult(long Total, IReadOnlyList<string> Ids);
