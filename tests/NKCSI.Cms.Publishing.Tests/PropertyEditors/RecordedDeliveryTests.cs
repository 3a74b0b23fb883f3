using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NKCSI.Cms.Publishing.Tests.PropertyEditors.Support;
using NKCSI.Testing;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;
using Xunit;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors;

/// <summary>Values of published documents for the Delivery API, as a genuine Umbraco 17.5.2 recorded them.</summary>
[Collection(EditorHost.Collection)]
public sealed partial class RecordedDeliveryTests
{
    private const string Item = "/umbraco/delivery/api/v2/content/item/";

    /// <summary>What depends on clocks, or on pictures that these tests do not measure.</summary>
    private static readonly HashSet<string> NotCompared = ["createDate", "updateDate", "width", "height", "bytes"];

    /// <summary>
    /// Members are out of these tests; markup that is not closed is closed here as a browser does it.
    /// </summary>
    private static readonly string[] Deliberate =
    [
        "all pickers, nothing expanded: member",
        "markup that is not closed: plain",
    ];

    [Theory(
        Skip = GenuineRecordings.WhyNot,
        SkipUnless = nameof(GenuineRecordings.AreThere),
        SkipType = typeof(GenuineRecordings)
    )]
    [InlineData("delivery/values-of-editors.jsonl", false)]
    [InlineData("delivery/pickers.jsonl", false)]
    [InlineData("delivery/blocks.jsonl", false)]
    [InlineData("delivery/rich-text.jsonl", false)]
    [InlineData("delivery/rich-text-json.jsonl", true)]
    public async Task Values_PublishedAsRecorded_AreDeliveredAsRecorded(string recording, bool asJson)
    {
        var shown = new EverythingShown();
        await using var host = await EditorHost.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Umbraco:CMS:DeliveryApi:Enabled"] = "true",
                ["Umbraco:CMS:DeliveryApi:RichTextOutputAsJson"] = asJson.ToString(),
            },
            cms => cms.Services.AddUnique<IOutputExpansionStrategyAccessor>(_ => shown)
        );
        using var context = host.Get<IUmbracoContextFactory>().EnsureUmbracoContext();
        var site = new RecordedSite(host);
        var differences = new List<string>();
        var compared = 0;
        foreach (var step in GenuineRecordings.Read(recording).TakeWhile(step => !ChangesLater(step)))
        {
            if (await site.PrepareAsync(step))
            {
                continue;
            }

            if (step is { Method: "POST", Path: "/document" })
            {
                site.Store(step);
            }
            else if (step.Method == "PUT" && step.Path.EndsWith("/publish", StringComparison.Ordinal))
            {
                site.Publish(Guid.Parse(step.Path.Split('/')[2]));
            }
            else if (
                step.Path.StartsWith(Item, StringComparison.Ordinal)
                && !step.Path.Contains('?', StringComparison.Ordinal)
            )
            {
                differences.AddRange(Delivered(host, step));
                compared++;
            }
        }

        Assert.True(compared > 2, $"{compared} answers were compared.");
        differences.RemoveAll(difference =>
            Deliberate.Any(known => difference.StartsWith(known, StringComparison.Ordinal))
        );
        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }

    /// <summary>Renaming, unpublishing and trashing are the published cache's business.</summary>
    private static bool ChangesLater(GenuineStep step) =>
        (step.Method == "PUT" && ChangePath().IsMatch(step.Path)) || step.Method == "DELETE";

    private static IEnumerable<string> Delivered(CmsTestHost host, GenuineStep step)
    {
        var key = Guid.Parse(step.Path[Item.Length..]);
        var content = host.Get<IPublishedContentCache>().GetById(key);
        if (content is null)
        {
            return [$"{step.Name}: not published"];
        }

        var differences = new List<string>();
        foreach (var (alias, value) in step.Answer!["properties"]!.AsObject())
        {
            var property = content.GetProperty(alias)!;
            var ours = property.HasValue() ? property.GetDeliveryApiValue(expanding: false) : null;
            var actual = Comparable(JsonSerializer.SerializeToNode(ours, EverythingShown.Json));
            var expected = Comparable(value);
            if (!JsonNode.DeepEquals(actual, expected))
            {
                differences.Add(
                    $"{step.Name}: {alias} is\n{actual?.ToJsonString()}\ninstead of\n{expected?.ToJsonString()}"
                );
            }
        }

        return differences;
    }

    private static JsonNode? Comparable(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                var result = new JsonObject();
                foreach (var (name, value) in json.Where(member => !NotCompared.Contains(member.Key)))
                {
                    result[name] = Comparable(value);
                }

                return result;
            case JsonArray array:
                return new JsonArray([.. array.Select(Comparable)]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return JsonValue.Create(Folders().Replace(text, "/media/…/"));
            default:
                return node is null ? null : JsonNode.Parse(node.ToJsonString());
        }
    }

    [GeneratedRegex("/media/[a-z0-9]{8}/", RegexOptions.None, 1000)]
    private static partial Regex Folders();

    [GeneratedRegex(
        "^/(document|media)/[0-9a-f-]{36}(/unpublish|/move-to-recycle-bin)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ChangePath();
}
