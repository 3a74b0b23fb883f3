using System.Text.Json.Nodes;
using NKCSI.Testing;
using NKCSI.Testing.Recordings;

namespace NKCSI.Cms.DeliveryApi.Tests;

/// <summary>Plays a recording: management requests through Core's services, delivery requests over HTTP.</summary>
internal sealed class DeliveryPlayer(CmsTestHost host)
{
    private const string Api = "/umbraco/delivery/";
    private const int Tries = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly string[] LaterParameters = ["expand=", "fields=", "/v2/media"];
    private static readonly string[] LaterHeaders = ["Preview", "Api-Key"];

    private readonly RecordingPlayer _management = new(host);

    /// <summary>How many answers agreed.</summary>
    public int Equal { get; private set; }

    /// <summary>How many requests ask for what comes later.</summary>
    public int LeftOut { get; private set; }

    public async Task<IReadOnlyList<string>> PlayAsync(IReadOnlyList<GenuineStep> steps, CancellationToken ct)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = host.Address };
        var differences = new List<string>();
        foreach (var step in steps)
        {
            if (!step.Path.StartsWith(Api, StringComparison.Ordinal))
            {
                await _management.PlayAsync([step]);
                continue;
            }

            if (IsLater(step) || Deliberate.Contains(step.Name))
            {
                LeftOut++;
                continue;
            }

            if (await CompareAsync(client, step, ct) is { } difference)
            {
                differences.Add($"{step.Name} ({step.Path}): {difference}");
            }
            else
            {
                Equal++;
            }
        }

        return differences;
    }

    /// <summary>Where ours is meant to answer otherwise (docs/differences.md).</summary>
    private static readonly HashSet<string> Deliberate = new(
        ["take is negative", "skip is negative", "markup that is not closed"],
        StringComparer.Ordinal
    );

    private static bool IsLater(GenuineStep step) =>
        LaterParameters.Any(part => step.Path.Contains(part, StringComparison.Ordinal))
        || LaterHeaders.Any(name => step.Json["request"]?["headers"]?[name] is not null);

    /// <summary>The index follows a change in the background; the answer counts once it agrees.</summary>
    private static async Task<string?> CompareAsync(HttpClient client, GenuineStep step, CancellationToken ct)
    {
        string? difference = null;
        for (var i = 0; i < Tries; i++)
        {
            difference = await AskAsync(client, step, ct);
            if (difference is null)
            {
                return null;
            }

            // Only lists wait for the index.
            if (step.Path.Contains("/content/item", StringComparison.Ordinal))
            {
                return difference;
            }

            await Task.Delay(Pause, ct);
        }

        return difference;
    }

    private static async Task<string?> AskAsync(HttpClient client, GenuineStep step, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(new HttpMethod(step.Method), step.Path);
        foreach (var (name, value) in step.Json["request"]?["headers"] as JsonObject ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value!.GetValue<string>());
        }

        using var response = await client.SendAsync(request, ct);
        if ((int)response.StatusCode != step.Status)
        {
            return $"{(int)response.StatusCode} instead of {step.Status}";
        }

        var expected = step.Json["response"];
        if (expected?["anyBody"]?.GetValue<bool>() == true)
        {
            return null;
        }

        foreach (var (name, value) in expected?["headers"] as JsonObject ?? [])
        {
            if (
                name.StartsWith("location", StringComparison.OrdinalIgnoreCase)
                && string.Join(',', response.Headers.TryGetValues(name, out var given) ? given : []) is var ours
                && ours != (value?.ToString() ?? string.Empty)
            )
            {
                return $"header {name} is {ours} instead of {value}";
            }
        }

        var text = await response.Content.ReadAsStringAsync(ct);
        JsonNode? body;
        try
        {
            body = text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            body = JsonValue.Create(text);
        }

        return DeliveryComparison.Difference("$", expected?["body"], body);
    }
}
