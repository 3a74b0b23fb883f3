namespace NKCSI.Cms.Storage.Content;

/// <summary>What the properties of an entity come to in rows.</summary>
/// <param name="Rows">The rows of the draft version and, when publishing, of the published one.</param>
/// <param name="Edited">Whether a draft value differs from its published value.</param>
/// <param name="EditedCultures">The cultures in which one does; empty for invariant content.</param>
internal sealed record PropertyRowSet(IReadOnlyList<PropertyDataRow> Rows, bool Edited, HashSet<string> EditedCultures);
