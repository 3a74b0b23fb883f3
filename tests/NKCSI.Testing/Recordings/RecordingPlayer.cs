using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NKCSI.Testing;

namespace NKCSI.Testing.Recordings;

/// <summary>Plays the requests of a recording on Core's services and compares the rows that they write.</summary>
/// <param name="host">The site.</param>
/// <param name="others">Who else does requests, asked last.</param>
internal sealed partial class RecordingPlayer(
    CmsTestHost host,
    params IReadOnlyList<Func<RecordedRequest, Task<RecordedOutcome?>>> others
)
{
    private readonly Dictionary<string, string> _captured = new(StringComparer.Ordinal);
    private readonly RecordedComparison _comparison = new();
    private readonly DocumentRequests _documents = new(host);
    private readonly DocumentTypeRequests _types = new(host);
    private readonly SettingsRequests _settings = new(host);
    private BlueprintRequests? _blueprints;
    private MediaRequests? _media;

    /// <summary>How many steps wrote what the recording says.</summary>
    public int Equal { get; private set; }

    /// <summary>Requests that are no business of Core's services: they were left out.</summary>
    public List<string> LeftOut { get; } = [];

    public async Task<IReadOnlyList<string>> PlayAsync(IReadOnlyList<GenuineStep> steps)
    {
        _blueprints = new BlueprintRequests(host, _documents);
        _media = new MediaRequests(host, _documents);
        using var database = new RecordedDatabase(Path.Combine(host.Folder, "Umbraco.sqlite.db"));
        var differences = new List<string>();
        foreach (var step in steps)
        {
            var outcome = await HandleAsync(step);
            if (outcome is null)
            {
                if (step.Method != "GET" && !step.Path.EndsWith("/validate", StringComparison.Ordinal))
                {
                    LeftOut.Add($"{step.Method} {step.Path}");
                }

                continue;
            }

            var found = new List<string>();
            // A branch is published in the background there: the answer says only that it began.
            if (
                step.Method != "GET"
                && outcome.Succeeded != step.Status is >= 200 and < 300
                && !step.Path.EndsWith("/publish-with-descendants", StringComparison.Ordinal)
            )
            {
                found.Add($"{outcome.Status} instead of {step.Status}");
            }

            Capture(step, outcome);
            var changes = database.Changes();
            if (step.Database is { } expected)
            {
                found.AddRange(_comparison.Rows(expected, changes));
                Equal += found.Count == 0 ? 1 : 0;
            }

            differences.AddRange(found.Select(difference => $"{step.Name} ({step.Method} {step.Path}): {difference}"));
        }

        return differences;
    }

    private async Task<RecordedOutcome?> HandleAsync(GenuineStep step)
    {
        if (step.Json["request"]?["anonymous"] is not null || step.Json["request"]?["user"] is not null)
        {
            return null;
        }

        // The API falls over these before it asks a service.
        if (step.Status == 500)
        {
            return null;
        }

        string path,
            body;
        try
        {
            path = Filled(step.Path);
            body = Filled(step.Body?.ToJsonString() ?? "null");
        }
        catch (KeyNotFoundException)
        {
            return null;
        }

        var request = RecordedRequest.Parse(step.Method, path, JsonNode.Parse(body), step.Json["request"]?["file"]);
        try
        {
            return await _documents.HandleAsync(request)
                ?? await _types.HandleAsync(request)
                ?? await _settings.HandleAsync(request)
                ?? await _blueprints!.HandleAsync(request)
                ?? await _media!.HandleAsync(request)
                ?? await HandleByOthersAsync(request);
        }
        catch (Exception refusal) when (step.Status == 400 && refusal is FormatException or InvalidOperationException)
        {
            return new RecordedOutcome(Succeeded: false, "refused by the API");
        }
    }

    private async Task<RecordedOutcome?> HandleByOthersAsync(RecordedRequest request)
    {
        foreach (var other in others)
        {
            if (await other(request) is { } outcome)
            {
                return outcome;
            }
        }

        return null;
    }

    private string Filled(string text) => Captured().Replace(text, match => _captured[match.Groups["name"].Value]);

    private void Capture(GenuineStep step, RecordedOutcome outcome)
    {
        foreach (var (name, where) in step.Captures ?? [])
        {
            JsonNode? node = outcome.Answer;
            foreach (Match part in PathPart().Matches(where!.GetValue<string>()))
            {
                node = node is JsonArray array
                    ? array.ElementAtOrDefault(int.Parse(part.Value, CultureInfo.InvariantCulture))
                    : node?[part.Value];
            }

            if (node is not null)
            {
                _captured[name] = node.GetValue<string>();
            }
        }
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Captured();

    [GeneratedRegex(@"[^.\[\]]+", RegexOptions.None, 1000)]
    private static partial Regex PathPart();
}
