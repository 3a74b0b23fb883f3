namespace NKCSI.Site.Models;

/// <summary>The head of a page: kind, title, lead.</summary>
internal sealed record PageHeadView(string? Kind = null, string? Lead = null, string? Title = null);
