using System.Globalization;

namespace NKCSI.Cms.Sync.Values;

/// <summary>
/// What an item says, element by element, as comparable texts. The state of the stored item against the state that the
/// file asks for tells whether, and in what, they differ.
/// </summary>
internal sealed class CanonicalState
{
    private readonly SortedDictionary<string, string> elements = new(StringComparer.Ordinal);

    public CanonicalState Add(string element, string? value)
    {
        elements[element] = value ?? string.Empty;
        return this;
    }

    public CanonicalState Add(string element, bool value) => Add(element, value ? "true" : "false");

    public CanonicalState Add(string element, int? value) =>
        Add(element, value?.ToString(CultureInfo.InvariantCulture));

    public CanonicalState Add(string element, Guid? value) =>
        Add(element, value is { } key && key != Guid.Empty ? key.ToString("D") : string.Empty);

    /// <summary>The elements in which the two differ; one that only one side has differs unless it is empty.</summary>
    public IReadOnlyList<string> DifferencesTo(CanonicalState other) =>
        [
            .. elements
                .Keys.Union(other.elements.Keys, StringComparer.Ordinal)
                .Where(name => Of(name) != other.Of(name))
                .Order(StringComparer.Ordinal),
        ];

    private string Of(string element) => elements.GetValueOrDefault(element, string.Empty);
}
