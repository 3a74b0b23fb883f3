using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NKCSI.Cms.Sync.Values;

/// <summary>
/// JSON in two forms: the compact one that Umbraco stores, and a canonical one for comparing (members sorted, absent and
/// null alike, JSON inside strings expanded as uSync expands it on export).
/// </summary>
internal static class CanonicalJson
{
    /// <summary>True for text that holds a JSON object or array; plain text, numbers and quoted strings are no JSON here.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out JsonNode? node)
    {
        node = null;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length < 2 || (trimmed[0], trimmed[^1]) is not (('{', '}') or ('[', ']')))
        {
            return false;
        }
        try
        {
            node = JsonNode.Parse(text!);
            return node is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The stored form: no white space, System.Text.Json's default escaping, order as given.</summary>
    public static string Compact(JsonNode node) => node.ToJsonString();

    /// <summary>The form in which two values are equal exactly when they mean the same.</summary>
    public static string Of(JsonNode? node) => Sorted(node)?.ToJsonString() ?? string.Empty;

    /// <summary>Canonical JSON for text that holds some, the text itself otherwise.</summary>
    public static string OfText(string? text) => TryParse(text, out var node) ? Of(node) : text ?? string.Empty;

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members
                    .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))
                    .Where(member => member.Value is not null)
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
            ),
            JsonArray items => new JsonArray([.. items.Select(Sorted)]),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => SortedString(value),
            _ => node?.DeepClone(),
        };

    private static JsonNode? SortedString(JsonValue value) =>
        TryParse(value.GetValue<string>(), out var nested) ? Sorted(nested) : value.DeepClone();
}
