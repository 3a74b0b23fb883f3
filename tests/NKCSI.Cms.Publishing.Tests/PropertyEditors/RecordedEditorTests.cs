using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NKCSI.Cms.Publishing.Tests.PropertyEditors.Support;
using NKCSI.Testing;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;
using Xunit;
using ValidationResult = System.ComponentModel.DataAnnotations.ValidationResult;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors;

/// <summary>Stored forms, shown forms and refusals, value by value as a genuine Umbraco 17.5.2 recorded them.</summary>
[Collection(EditorHost.Collection)]
public sealed partial class RecordedEditorTests
{
    /// <summary>Of members and users, whose editors are Core's own and need data that these tests do not make.</summary>
    private static readonly string[] OfPeople =
    [
        "Umbraco.MemberPicker",
        "Umbraco.MemberGroupPicker",
        "Umbraco.UserPicker",
    ];

    /// <summary>A genuine site loses the file when a new one is uploaded over it; here the new one takes its place.</summary>
    private static readonly string[] Deliberate = ["read the changed picks: paper"];

    private static readonly PropertyValidationContext Context = new()
    {
        Culture = null,
        Segment = null,
        CulturesBeingValidated = ["en-US"],
        SegmentsBeingValidated = [null],
    };

    [Theory(
        Skip = GenuineRecordings.WhyNot,
        SkipUnless = nameof(GenuineRecordings.AreThere),
        SkipType = typeof(GenuineRecordings)
    )]
    [InlineData("documents/editors-seeded.jsonl")]
    [InlineData("documents/editors-pickers.jsonl")]
    [InlineData("documents/editors-blocks.jsonl")]
    public async Task Values_PostedAsRecorded_AreStoredAndShownAsRecorded(string recording)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        await using var host = await EditorHost.StartAsync();
        using var context = host.Get<IUmbracoContextFactory>().EnsureUmbracoContext();
        var site = new RecordedSite(host);
        var differences = new List<string>();
        foreach (var step in GenuineRecordings.Read(recording))
        {
            if (await site.PrepareAsync(step))
            {
                continue;
            }

            if (step.Path == "/document/validate")
            {
                differences.AddRange(Refusals(site, step));
            }
            else if (IsSave(step))
            {
                var stored = site.Store(step);
                differences.AddRange(Stored(site, step, stored));
            }
            else if (IsRead(step))
            {
                differences.AddRange(Shown(site, step));
            }
        }

        differences.RemoveAll(difference =>
            Deliberate.Any(known => difference.StartsWith(known, StringComparison.Ordinal))
        );
        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }

    private static bool IsSave(GenuineStep step) =>
        step.Status < 300
        && step.Body?["values"] is JsonArray
        && (
            (step.Method == "POST" && step.Path == "/document")
            || (step.Method == "PUT" && DocumentPath().IsMatch(step.Path))
        );

    private static bool IsRead(GenuineStep step) =>
        step is { Method: "GET", Status: 200 } && DocumentPath().IsMatch(step.Path);

    private static IEnumerable<string> Stored(
        RecordedSite site,
        GenuineStep step,
        IReadOnlyDictionary<string, object?> stored
    )
    {
        var rows = step.Database?["umbracoPropertyData"]?["inserted"]?.AsArray() ?? [];
        foreach (var row in step.Method == "POST" ? rows : [])
        {
            var alias = site.AliasOfRow(row!);
            if (alias is null || !stored.ContainsKey(alias))
            {
                continue;
            }

            var document = Guid.Parse(step.Body!["id"]!.GetValue<string>());
            if (OfPeople.Contains(site.EditorAlias(document, alias)))
            {
                continue;
            }

            var expected =
                row!["textValue"] ?? row["varcharValue"] ?? row["intValue"] ?? row["dateValue"] ?? row["decimalValue"];
            var actual = stored[alias] switch
            {
                DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                var value => Convert.ToString(value, CultureInfo.InvariantCulture),
            };
            if (WithoutFolders(expected!.ToString()) != WithoutFolders(actual ?? "(nothing)"))
            {
                yield return $"{step.Name}: {alias} is stored as\n{actual}\ninstead of\n{expected}";
            }

            if (row["sortableValue"]?.ToString() is { } sortable)
            {
                var property = site.TypeOf(step.Body!).PropertyTypes.First(p => p.Alias == alias);
                var (editor, configuration) = site.EditorOf(property);
                var ours = (editor as IDataValueSortable)?.GetSortableValue(stored[alias], configuration);
                if (ours != sortable)
                {
                    yield return $"{step.Name}: {alias} sorts by {ours} instead of {sortable}";
                }
            }
        }

        if (step.Method == "POST")
        {
            var kept = rows.Select(row => site.AliasOfRow(row!)).ToHashSet();
            foreach (var (alias, value) in stored)
            {
                var document = Guid.Parse(step.Body!["id"]!.GetValue<string>());
                if (
                    value is not (null or "")
                    && !kept.Contains(alias)
                    && !OfPeople.Contains(site.EditorAlias(document, alias))
                )
                {
                    yield return $"{step.Name}: {alias} is stored as {value} and should not be stored";
                }
            }
        }
    }

    private static IEnumerable<string> Shown(RecordedSite site, GenuineStep step)
    {
        var document = Guid.TryParse(step.Path.Split('/')[2], out var key) ? key : Guid.Empty;
        foreach (var value in document == Guid.Empty ? [] : step.Answer!["values"]!.AsArray())
        {
            var editor = value!["editorAlias"]!.GetValue<string>();
            if (OfPeople.Contains(editor))
            {
                continue;
            }

            var alias = value["alias"]!.GetValue<string>();
            var expected = Comparable(value["value"]);
            var actual = Comparable(site.Show(document, alias));
            if (!JsonNode.DeepEquals(expected, actual) && !(IsNothing(expected) && IsNothing(actual)))
            {
                yield return $"{step.Name}: {alias} is shown as\n{actual?.ToJsonString()}\ninstead of\n{expected?.ToJsonString()}";
            }
        }
    }

    private static IEnumerable<string> Refusals(RecordedSite site, GenuineStep step)
    {
        if (step.Status is not (200 or 400))
        {
            yield break;
        }

        var posted = step.Body!["values"]!.AsArray();
        var values = site.Posted(step.Body);
        var expected = (step.Answer as JsonObject)?["errors"] as JsonObject ?? [];
        var actual = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var property in site.TypeOf(step.Body).PropertyTypes)
        {
            var index = posted.Select(value => value!["alias"]!.GetValue<string>()).ToList().IndexOf(property.Alias);
            if (index < 0 || OfPeople.Contains(property.PropertyEditorAlias))
            {
                continue;
            }

            var results = site
                .Host.Get<IPropertyValidationService>()
                .ValidatePropertyValue(property, values[property.Alias], Context);
            foreach (var (path, message) in results.SelectMany(result => Flat(result, $"$.values[{index}].value")))
            {
                (actual.TryGetValue(path, out var list) ? list : actual[path] = []).Add(message);
            }
        }

        var theirs = expected
            .Where(error =>
                error.Key.StartsWith("$.values[", StringComparison.Ordinal)
                && !error.Key.Contains("?(@.alias == 'nodes'", StringComparison.Ordinal)
            )
            .Select(error =>
                $"{error.Key}: {string.Join(" | ", error.Value!.AsArray().Select(m => m!.ToString()).Order(StringComparer.Ordinal))}"
            )
            .Order(StringComparer.Ordinal);
        var ours = actual
            .Select(error => $"{error.Key}: {string.Join(" | ", error.Value.Order(StringComparer.Ordinal))}")
            .Order(StringComparer.Ordinal);
        if (!theirs.SequenceEqual(ours, StringComparer.Ordinal))
        {
            yield return $"{step.Name}: refused with\n{string.Join('\n', ours)}\ninstead of\n{string.Join('\n', theirs)}";
        }
    }

    private static IEnumerable<(string Path, string Message)> Flat(ValidationResult result, string path)
    {
        var here = result is IJsonPathValidationResult { JsonPath: var relative } ? $"{path}.{relative}" : path;
        return result is INestedValidationResults nested
            ? nested.ValidationResults.SelectMany(inner => Flat(inner, here))
            : [(here, result.ErrorMessage ?? string.Empty)];
    }

    private static JsonNode? Comparable(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                var result = new JsonObject();
                foreach (var (name, value) in json.Where(member => member.Key != "$type"))
                {
                    result[name] = Comparable(value);
                }

                return result;
            case JsonArray array:
                return new JsonArray([.. array.Select(Comparable)]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return JsonValue.Create(WithoutFolders(text));
            case JsonValue value
                when decimal.TryParse(
                    value.ToJsonString(),
                    NumberStyles.Number,
                    CultureInfo.InvariantCulture,
                    out var number
                ):
                return JsonValue.Create(number / 1.000000000000000000000000000m);
            default:
                return node?.DeepClone();
        }
    }

    private static bool IsNothing(JsonNode? node) =>
        node is null or JsonArray { Count: 0 }
        || (node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 0);

    private static string WithoutFolders(string text) => Folders().Replace(text, "/media/…/");

    [GeneratedRegex("/media/[a-z0-9]{8}/", RegexOptions.None, 1000)]
    private static partial Regex Folders();

    [GeneratedRegex("^/document/[0-9a-f-]{36}(/published)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DocumentPath();
}
