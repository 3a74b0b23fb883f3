using System.ComponentModel;

namespace NKCSI.Cms.Publishing.Snapshots;

/// <summary>
/// One document or media item as it stood at one moment, in one form: published, or draft (what preview shows).
/// Holds stored values only; converting them is the business of what is built over it. Never changes once made.
/// </summary>
[ImmutableObject(true)]
internal sealed record ContentSnapshot
{
    public required int Id { get; init; }

    public required Guid Key { get; init; }

    public required int ContentTypeId { get; init; }

    public required string Name { get; init; }

    /// <summary>Segment of an invariant item; null where every culture has its own.</summary>
    public string? UrlSegment { get; init; }

    public required int SortOrder { get; init; }

    public required int Level { get; init; }

    public required string Path { get; init; }

    public int? TemplateId { get; init; }

    public required int CreatorId { get; init; }

    public required DateTime CreateDate { get; init; }

    public required int WriterId { get; init; }

    /// <summary>When this form was written: the publication of a published form, the last save of a draft.</summary>
    public required DateTime UpdateDate { get; init; }

    /// <summary>False for the draft form, also when nothing in it differs from what is published.</summary>
    public required bool IsPublishedForm { get; init; }

    /// <summary>Whether the item is published at all, whatever form this is.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>Cultures that are published, whatever form this is; empty for invariant items.</summary>
    public required IReadOnlySet<string> PublishedCultures { get; init; }

    /// <summary>Cultures of this form, without regard to case; empty for invariant items.</summary>
    public required IReadOnlyDictionary<string, CultureSnapshot> Cultures { get; init; }

    /// <summary>Stored values by property alias, without regard to case.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ValueSnapshot>> Values { get; init; }
}

/// <summary>What one culture of an item is called, where it lives and when it was written.</summary>
[ImmutableObject(true)]
internal sealed record CultureSnapshot(string Culture, string Name, string? UrlSegment, DateTime Date, bool IsEdited);

/// <summary>A stored property value; invariant and unsegmented are the empty string.</summary>
[ImmutableObject(true)]
internal sealed record ValueSnapshot(string Culture, string Segment, object? Value);
