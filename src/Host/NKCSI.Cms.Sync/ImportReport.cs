using System.Globalization;
using NKCSI.Cms.Sync.Resources;

namespace NKCSI.Cms.Sync;

/// <summary>What became of one item.</summary>
public enum ImportOutcome
{
    /// <summary>Nothing had to be written.</summary>
    Unchanged,

    /// <summary>The item is new.</summary>
    Created,

    /// <summary>The item was there and differed.</summary>
    Updated,

    /// <summary>A marker removed the item.</summary>
    Deleted,

    /// <summary>The file is not for this import (settings, trashed item, webhook); see the messages.</summary>
    Skipped,

    /// <summary>The item was left out whole; see the messages.</summary>
    Failed,
}

/// <summary>A remark on an item: a warning, or the reason of a failure.</summary>
/// <param name="IsError">True for a reason of failure.</param>
/// <param name="Element">The element of the file, such as <c>Info/SortOrder</c>, or null when it concerns the whole file.</param>
/// <param name="Code">The message's name in the resources; stable, for logs and tests.</param>
/// <param name="Arguments">What the message names.</param>
public sealed record ImportMessage(bool IsError, string? Element, string Code, IReadOnlyList<object?> Arguments)
{
    /// <summary>The message for a person.</summary>
    /// <param name="culture">Bulgarian, unless an English culture is given.</param>
    public string Describe(CultureInfo culture)
    {
        var text = ImportTexts.Format(Code, culture, [.. Arguments]);
        return Element is null ? text : $"{Element}: {text}";
    }
}

/// <summary>One file of the import and what became of its item.</summary>
/// <param name="Kind">The item type, or null for a file that belongs to none.</param>
/// <param name="File">The file's path relative to its root folder, with forward slashes.</param>
/// <param name="Name">The alias as the file gives it; empty when it could not be read.</param>
/// <param name="Outcome">What became of the item.</param>
/// <param name="Changed">Elements in which an updated item differed.</param>
/// <param name="Messages">Warnings and reasons.</param>
public sealed record ImportItem(
    SyncKind? Kind,
    string File,
    string Name,
    ImportOutcome Outcome,
    IReadOnlyList<string> Changed,
    IReadOnlyList<ImportMessage> Messages
);

/// <summary>The result of an import.</summary>
public sealed record ImportReport
{
    /// <summary>One entry for each file, in the order of handling.</summary>
    public required IReadOnlyList<ImportItem> Items { get; init; }

    /// <summary>Remarks that belong to no single item: unknown folders, versions.</summary>
    public required IReadOnlyList<ImportMessage> Notes { get; init; }

    /// <summary>True when the import's changes are in the database; false after a roll-back or a dry run.</summary>
    public required bool IsCommitted { get; init; }

    /// <summary>True for a report without consequences.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>How long the import took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>True when every item was imported (or would have been, in a dry run).</summary>
    public bool IsSuccess => (IsCommitted || IsDryRun) && Failures == 0 && !Notes.Any(note => note.IsError);

    /// <summary>How many items failed.</summary>
    public int Failures => Count(ImportOutcome.Failed);

    /// <summary>How many items were created, updated or deleted.</summary>
    public int Changes => Count(ImportOutcome.Created) + Count(ImportOutcome.Updated) + Count(ImportOutcome.Deleted);

    /// <summary>The number of items with an outcome.</summary>
    /// <param name="outcome">The outcome to count.</param>
    /// <param name="kind">Only items of this type, or null for all.</param>
    public int Count(ImportOutcome outcome, SyncKind? kind = null) =>
        Items.Count(item => item.Outcome == outcome && (kind is null || item.Kind == kind));

    /// <summary>The whole report for a person: a table by item type, then failures and warnings.</summary>
    /// <param name="culture">Bulgarian, unless an English culture is given.</param>
    /// <param name="everyItem">Also names each created, updated and deleted item.</param>
    public string Describe(CultureInfo culture, bool everyItem = false) =>
        ImportReportText.Write(this, culture, everyItem);
}
