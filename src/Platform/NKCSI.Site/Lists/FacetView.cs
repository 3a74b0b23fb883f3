namespace NKCSI.Site.Lists;

/// <summary>A facet as it is offered.</summary>
internal sealed record FacetView(string Name, string Label, IReadOnlyList<FacetChoice> Choices);

/// <summary>A value of a facet with the number of records that choosing it would leave.</summary>
internal sealed record FacetChoice(string Value, string Label, int Count, bool IsChosen);
