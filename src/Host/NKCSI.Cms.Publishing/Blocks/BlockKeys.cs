using System.Text.Json;
using System.Text.RegularExpressions;

namespace NKCSI.Cms.Publishing.Blocks;

/// <summary>
/// Block keys in a stored value (contracts/delivery/usync.md and Umbraco's block format): items of contentData and
/// settingsData have them; layout, expose, areas and the markup of rich text name them. A nested value may be JSON
/// inside a string.
/// </summary>
internal static partial class BlockKeys
{
    private const int DeepestNesting = 64;

    /// <summary>The value with a new key for every block in it; as it was if it holds none.</summary>
    public static string Renew(string stored, Func<Guid> newKey)
    {
        var renewed = new Dictionary<Guid, Guid>();
        Collect(stored, renewed, newKey, DeepestNesting);
        return renewed.Count == 0 ? stored : KeyPattern().Replace(stored, found => Replacement(found.Value, renewed));
    }

    private static string Replacement(string found, Dictionary<Guid, Guid> renewed) =>
        Guid.TryParse(found, out var old) && renewed.TryGetValue(old, out var key)
            ? key.ToString(found.Contains('-', StringComparison.Ordinal) ? "D" : "N")
            : found;

    private static void Collect(string text, Dictionary<Guid, Guid> renewed, Func<Guid> newKey, int nesting)
    {
        // Most texts are no JSON, and most JSON holds no blocks.
        if (
            nesting == 0
            || text.AsSpan().TrimStart() is not ['{' or '[', ..]
            || !text.Contains("Data", StringComparison.Ordinal)
        )
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            Collect(document.RootElement, renewed, newKey, nesting - 1);
        }
        catch (JsonException)
        {
            // A text that only looks like JSON: nothing in it is a block.
        }
    }

    private static void Collect(JsonElement element, Dictionary<Guid, Guid> renewed, Func<Guid> newKey, int nesting)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    if (member.Value.ValueKind == JsonValueKind.Array && IsBlockData(member.Name))
                    {
                        CollectKeys(member.Value, renewed, newKey);
                    }

                    Collect(member.Value, renewed, newKey, nesting);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, renewed, newKey, nesting);
                }

                break;
            case JsonValueKind.String:
                Collect(element.GetString()!, renewed, newKey, nesting);
                break;
        }
    }

    private static bool IsBlockData(string name) =>
        name.Equals("contentData", StringComparison.OrdinalIgnoreCase)
        || name.Equals("settingsData", StringComparison.OrdinalIgnoreCase);

    private static void CollectKeys(JsonElement blocks, Dictionary<Guid, Guid> renewed, Func<Guid> newKey)
    {
        foreach (var block in blocks.EnumerateArray())
        {
            if (block.ValueKind == JsonValueKind.Object && KeyOf(block) is { } key && !renewed.ContainsKey(key))
            {
                renewed.Add(key, newKey());
            }
        }
    }

    /// <summary>Values of before 15 name a block by an address that ends in its key.</summary>
    private static Guid? KeyOf(JsonElement block)
    {
        foreach (var member in block.EnumerateObject())
        {
            if (
                member.Value.ValueKind == JsonValueKind.String
                && (member.NameEquals("key") || member.NameEquals("udi"))
                && Guid.TryParse(member.Value.GetString()!.Split('/')[^1], out var key)
            )
            {
                return key;
            }
        }

        return null;
    }

    [GeneratedRegex(
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=/)[0-9a-f]{32}(?![0-9a-f])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex KeyPattern();
}
