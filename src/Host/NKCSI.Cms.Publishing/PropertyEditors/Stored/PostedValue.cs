using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NKCSI.Cms.Publishing.PropertyEditors.Stored;

/// <summary>
/// What a client posts for a property arrives as whatever the JSON reader of its entrance makes of it (a node, an
/// element, a .NET list or text); the editors ask for it here in the shape that they need.
/// </summary>
internal static class PostedValue
{
    /// <summary>The texts of a posted array.</summary>
    /// <returns>The texts in order; <see langword="null"/> when the value is no array or holds anything but texts.</returns>
    public static IReadOnlyList<string>? Strings(object? value) =>
        value switch
        {
            null or string => null,
            IEnumerable<string> texts => [.. texts],
            JsonArray array => AllText(array.Select(Text)),
            JsonElement { ValueKind: JsonValueKind.Array } array => AllText(
                array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : null)
            ),
            IEnumerable<object?> items => AllText(
                items.Select(item => item as string ?? (item as JsonNode is { } n ? Text(n) : null))
            ),
            _ => null,
        };

    /// <summary>The posted value as plain text (of an object or array: its JSON).</summary>
    public static string? Text(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            JsonValue node when node.TryGetValue<string>(out var text) => text,
            JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    private static List<string>? AllText(IEnumerable<string?> items)
    {
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (item is null)
            {
                return null;
            }

            texts.Add(item);
        }

        return texts;
    }
}
