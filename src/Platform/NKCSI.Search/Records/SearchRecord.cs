using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Search.Records;

/// <summary>A published record in one culture, as the index keeps it.</summary>
public sealed record SearchRecord
{
    public required Guid Key { get; init; }

    /// <summary>ISO code of the culture.</summary>
    public required string Culture { get; init; }

    /// <summary>Content type alias.</summary>
    public required string RecordType { get; init; }

    public required string Title { get; init; }

    /// <summary>The date that "newest" sorts by, UTC.</summary>
    public required DateTime Date { get; init; }

    /// <summary>Plain texts with their weight against one another; 1 is the weight of running text.</summary>
    public required IReadOnlyList<WeightedText> Texts { get; init; }

    /// <summary>Facet values (codes, not labels) by facet.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; }
}

/// <summary>A text of a record. <paramref name="Field"/> names it for field weights and explanations.</summary>
public sealed record WeightedText(string Field, string Text, double Weight);

/// <summary>
/// Turns published content into the record that is indexed. Modules bring one for their record types by registering it
/// as a singleton of this interface; it reads through Core's published contracts only.
/// </summary>
public interface ISearchRecordMapper
{
    /// <summary>Content type aliases that it maps.</summary>
    IReadOnlyCollection<string> RecordTypes { get; }

    /// <summary>The record in the culture, or null when it is not to be found by search.</summary>
    /// <param name="content">Published content of one of <see cref="RecordTypes"/>.</param>
    /// <param name="culture">ISO code of a culture in which the content is published.</param>
    SearchRecord? Map(IPublishedContent content, string culture);
}

/// <summary>The index of published records: derived from the content, can be rebuilt at any time.</summary>
public interface IRecordIndex
{
    /// <summary>Whether the index is missing or was written by another version, so that it must be rebuilt.</summary>
    bool NeedsRebuild { get; }

    /// <summary>Builds the index anew from the published content and swaps it in when it is complete.</summary>
    Task RebuildAsync(IProgress<int>? progress, CancellationToken ct);

    /// <summary>Brings the records of these documents up to date: added, replaced or removed as they stand now.</summary>
    Task UpdateAsync(IReadOnlyCollection<Guid> documentKeys, CancellationToken ct);
}
