using System.Text.Json.Nodes;

namespace NKCSI.Testing.Recordings;

/// <summary>One recorded request, its captured values filled in.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Segments">The parts of the path.</param>
/// <param name="Query">The parameters after the question mark.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="File">The uploaded file: fields, name, base64.</param>
internal sealed record RecordedRequest(
    string Method,
    string[] Segments,
    IReadOnlyDictionary<string, string> Query,
    JsonNode? Body,
    JsonNode? File
)
{
    /// <summary>The key in the second place of the path: <c>/document/{key}/publish</c>.</summary>
    public Guid Key => Guid.Parse(Segments[1]);

    /// <summary>The method and the path with * for every key: <c>PUT document/*/publish</c>.</summary>
    public string Shape =>
        $"{Method} {string.Join('/', Segments.Select(part => Guid.TryParse(part, out _) ? "*" : part))}";

    public static RecordedRequest Parse(string method, string path, JsonNode? body, JsonNode? file)
    {
        var parts = path.Split('?', 2);
        var query = (parts.Length > 1 ? parts[1] : string.Empty)
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .GroupBy(pair => pair[0], StringComparer.Ordinal)
            .ToDictionary(
                pairs => pairs.Key,
                pairs => Uri.UnescapeDataString(pairs.First() is [_, var value] ? value : string.Empty),
                StringComparer.Ordinal
            );
        return new RecordedRequest(
            method,
            parts[0].Split('/', StringSplitOptions.RemoveEmptyEntries),
            query,
            body,
            file
        );
    }
}

/// <summary>What came of a request.</summary>
/// <param name="Succeeded">Whether Core did it.</param>
/// <param name="Status">Core's word for it.</param>
/// <param name="Answer">What later steps capture from the answer.</param>
internal sealed record RecordedOutcome(bool Succeeded, string Status, JsonObject? Answer = null);
