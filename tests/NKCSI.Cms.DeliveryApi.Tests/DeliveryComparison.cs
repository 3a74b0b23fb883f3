using System.Text.Json.Nodes;

namespace NKCSI.Cms.DeliveryApi.Tests;

/// <summary>Compares two answers; dates, media folders and free texts are each host's own.</summary>
internal static class DeliveryComparison
{
    private static readonly HashSet<string> Free = new(
        ["createDate", "updateDate", "traceId", "detail", "type"],
        StringComparer.Ordinal
    );

    /// <summary>The first difference; null when there is none.</summary>
    public static string? Difference(string path, JsonNode? expected, JsonNode? actual)
    {
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                var names = left.Select(pair => pair.Key).Union(right.Select(pair => pair.Key), StringComparer.Ordinal);
                return names
                    .Where(name => !Free.Contains(name))
                    .Select(name =>
                        left.ContainsKey(name) == right.ContainsKey(name)
                            ? Difference($"{path}.{name}", left[name], right[name])
                            : $"{path}.{name} is {(right.ContainsKey(name) ? "too much" : "missing")}"
                    )
                    .FirstOrDefault(difference => difference is not null);
            case (JsonArray left, JsonArray right):
                return left.Count != right.Count
                    ? $"{path} has {right.Count} items instead of {left.Count}"
                    : left.Select((item, i) => Difference($"{path}[{i}]", item, right[i]))
                        .FirstOrDefault(d => d is not null);
            default:
                return IsSame(expected, actual)
                    ? null
                    : $"{path} is {actual?.ToJsonString() ?? "null"} instead of {expected?.ToJsonString() ?? "null"}";
        }
    }

    private static bool IsSame(JsonNode? expected, JsonNode? actual) =>
        JsonNode.DeepEquals(expected, actual)
        || (IsMediaAddress(expected) && IsMediaAddress(actual))
        || (
            expected is JsonValue left
            && actual is JsonValue right
            && left.TryGetValue<decimal>(out var number)
            && right.TryGetValue<decimal>(out var other)
            && number == other
        );

    /// <summary>The folder of an uploaded file is made up by each host.</summary>
    private static bool IsMediaAddress(JsonNode? node) =>
        node is JsonValue value
        && value.TryGetValue<string>(out var text)
        && text.StartsWith("/media/", StringComparison.Ordinal);
}
