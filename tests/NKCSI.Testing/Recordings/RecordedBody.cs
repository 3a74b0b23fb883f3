using System.Text.Json.Nodes;

namespace NKCSI.Testing.Recordings;

/// <summary>Reads the bodies of recorded requests.</summary>
internal static class RecordedBody
{
    public static string? Text(this JsonNode? body, string name) => (body as JsonObject)?[name]?.GetValue<string>();

    public static bool Flag(this JsonNode? body, string name) => body?[name]?.GetValue<bool>() ?? false;

    public static int Number(this JsonNode? body, string name) => body?[name]?.GetValue<int>() ?? 0;

    public static int? NumberOrNone(this JsonNode? body, string name) => body?[name]?.GetValue<int>();

    public static Guid? Key(this JsonNode? body, string name = "id") =>
        body.Text(name) is { } text ? Guid.Parse(text) : null;

    /// <summary>The key of <c>{ "name": { "id": … } }</c>.</summary>
    public static Guid? Reference(this JsonNode? body, string name) => body?[name].Key();

    public static IEnumerable<JsonNode> Items(this JsonNode? body, string name) =>
        (body?[name] as JsonArray ?? []).OfType<JsonNode>();

    public static DateTimeOffset? Moment(this JsonNode? body, string name) =>
        body.Text(name) is { } text
            ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
