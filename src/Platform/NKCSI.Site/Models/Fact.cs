namespace NKCSI.Site.Models;

/// <summary>A short fact beside the text. Without values it is not shown.</summary>
internal sealed record Fact(string Label, IReadOnlyList<FactValue> Values)
{
    public Fact(string label, string? value)
        : this(label, value is null ? [] : [new FactValue(value)]) { }
}

/// <param name="Address">Where the value leads, if anywhere.</param>
internal sealed record FactValue(string Text, string? Address = null);
