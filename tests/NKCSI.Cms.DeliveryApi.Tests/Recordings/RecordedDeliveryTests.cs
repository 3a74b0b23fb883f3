using System.Globalization;
using System.Text.Json.Nodes;
using NKCSI.Cms.Storage.Tests.Recordings;
using NKCSI.Testing;

namespace NKCSI.Cms.DeliveryApi.Tests.Recordings;

/// <summary>
/// The same site must give the same JSON as a genuine Umbraco 17.5.2. Steps that ask for what the API does not offer
/// yet (expand, fields, preview, media) are compared without it or left out; the message counts them.
/// </summary>
public sealed class RecordedDeliveryTests
{
    private const string Api = "/umbraco/delivery/";
    private static readonly string[] NotYet = ["expand=", "/api/v2/media", "/api/v1/"];

    /// <summary>Where we answer otherwise on purpose.</summary>
    private static readonly Dictionary<string, string> OnPurpose = new(StringComparer.Ordinal)
    {
        ["filter: two words of a name"] = "The genuine index finds no name by two of its words; ours does.",
        ["filter: a name with a dash"] = "As above: the dash parts two words there.",
        ["writing is not possible"] = "A wrong method is told from a wrong address.",
        ["take none without a sort: even the total is 0"] = "The total is told with and without a sort.",
        ["take none of a filtered list without a sort"] = "As above.",
        ["skip all without a sort: even the total is 0"] = "As above.",
        ["take is negative"] = "The genuine host falls over it.",
        ["skip is negative"] = "The genuine host falls over it.",
        ["markup that is not closed"] = "Ours is cleaned, and closed, when it is saved.",
    };

    public static bool AreThere => GenuineRecordings.AreThere;

    [Theory(Skip = GenuineRecordings.WhyNot, SkipUnless = nameof(AreThere))]
    [InlineData("item-by-id")]
    [InlineData("item-by-path")]
    [InlineData("cultures")]
    [InlineData("query-fetch")]
    [InlineData("query-filter-and-sort")]
    [InlineData("query-paging")]
    [InlineData("blocks")]
    [InlineData("rich-text")]
    [InlineData("rich-text-json", "RichTextOutputAsJson", "true")]
    [InlineData("values-of-editors")]
    [InlineData("pickers")]
    [InlineData("domains-and-start-items")]
    [InlineData("redirects")]
    [InlineData("disallowed-types", "DisallowedContentTypeAliases:0", "secret")]
    public async Task Delivery_RecordedRequests_AnswerTheSame(string recording, string? setting = null, string? value = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (setting is not null)
        {
            settings["Umbraco:CMS:DeliveryApi:" + setting] = value;
        }

        await using var site = await DeliverySite.StartAsync(settings);
        var player = new RecordingPlayer(site.Host);
        var comparison = new RecordedComparison();
        var differences = new List<string>();
        var compared = 0;
        var leftOut = 0;
        foreach (var step in GenuineRecordings.Read($"delivery/{recording}.jsonl"))
        {
            if (!step.Path.StartsWith(Api, StringComparison.Ordinal))
            {
                differences.AddRange(await player.PlayAsync([step]));
                continue;
            }

            var headers = step.Json["request"]?["headers"] as JsonObject;
            if (
                step.Path.Contains("{{", StringComparison.Ordinal)
                || headers?.ContainsKey("Preview") == true
                || OnPurpose.ContainsKey(step.Name)
                || NotYet.Any(word => step.Path.Contains(word, StringComparison.Ordinal))
            )
            {
                leftOut++;
                continue;
            }

            compared++;
            var answer = await site.AnswerAsync(step.Method, step.Path, headers);
            differences.AddRange(
                Differences(comparison, step, answer).Select(difference => $"{step.Name} ({step.Method} {step.Path}): {difference}")
            );
        }

        Assert.True(
            differences.Count == 0,
            $"{compared} compared, {leftOut} left out, {differences.Count} differences\n{string.Join('\n', differences)}"
        );
    }

    private static IEnumerable<string> Differences(RecordedComparison comparison, GenuineStep step, DeliveryAnswer answer)
    {
        if (step.Status != answer.Status)
        {
            return [$"{answer.Status} instead of {step.Status}: {answer.Text[..Math.Min(answer.Text.Length, 300)]}"];
        }

        // Refusals are told by their status; their words are those of the web framework.
        if (answer.Status != 200 || step.Method == "HEAD")
        {
            return [];
        }

        var expected = step.Answer?.DeepClone();
        var actual = answer.Text.Length == 0 ? null : JsonNode.Parse(answer.Text);
        if (step.Path.Contains("fields=", StringComparison.Ordinal))
        {
            WithoutProperties(expected);
            WithoutProperties(actual);
        }

        return comparison.Answers(expected, actual);
    }

    private static void WithoutProperties(JsonNode? answer)
    {
        (answer as JsonObject)?.Remove("properties");
        foreach (var item in answer?["items"] as JsonArray ?? [])
        {
            (item as JsonObject)?.Remove("properties");
        }
    }
}
