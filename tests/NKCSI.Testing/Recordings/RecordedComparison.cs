using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NKCSI.Testing.Recordings;

/// <summary>
/// Compares with a recording: keys, dates and counters that a host makes up itself must correspond one to one, all else
/// must be equal.
/// </summary>
internal sealed partial class RecordedComparison
{
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        "performingDetails",
        "performingIp",
        "eventDateUtc",
        "securityStampToken",
        "dataRaw",
        "rv",
        "userPassword",
    };

    private readonly Dictionary<(string, string), string> _there = [];
    private readonly Dictionary<(string, string), string> _back = [];

    /// <summary>What differs between the rows that were recorded and those that were written.</summary>
    public IEnumerable<string> Rows(JsonObject expected, JsonObject actual)
    {
        var tables = expected.Select(table => table.Key).Union(actual.Select(table => table.Key));
        foreach (var table in tables.Where(table => table != "cmsContentNu").Order(StringComparer.Ordinal))
        {
            foreach (var kind in (string[])["inserted", "updated", "deleted"])
            {
                var path = $"{table}.{kind}";
                var wanted = Ordered(expected[table]?[kind]);
                foreach (var difference in Differences(wanted, Ordered(actual[table]?[kind]), path))
                {
                    yield return difference;
                }
            }
        }
    }

    private IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path) =>
        (expected, actual) switch
        {
            (JsonObject left, JsonObject right) => ObjectDifferences(left, right, path),
            (JsonArray left, JsonArray right) => ArrayDifferences(left, right, path),
            (null, null) => [],
            (JsonValue left, JsonValue right) when AreEqual(left, right) => [],
            _ => [$"{path} is {Short(actual)} instead of {Short(expected)}"],
        };

    private IEnumerable<string> ObjectDifferences(JsonObject expected, JsonObject actual, string path)
    {
        foreach (var name in expected.Select(p => p.Key).Union(actual.Select(p => p.Key)).Where(n => !Free.Contains(n)))
        {
            if (!actual.ContainsKey(name))
            {
                yield return $"{path}.{name} is missing";
            }
            else if (!expected.ContainsKey(name))
            {
                yield return $"{path}.{name} is too much: {Short(actual[name])}";
            }
            else
            {
                foreach (var difference in Differences(expected[name], actual[name], $"{path}.{name}"))
                {
                    yield return difference;
                }
            }
        }
    }

    private IEnumerable<string> ArrayDifferences(JsonArray expected, JsonArray actual, string path)
    {
        if (expected.Count != actual.Count)
        {
            yield return $"{path} has {actual.Count} entries instead of {expected.Count}: {Short(actual)} / {Short(expected)}";
            yield break;
        }

        for (var i = 0; i < expected.Count; i++)
        {
            foreach (var difference in Differences(expected[i], actual[i], $"{path}[{i}]"))
            {
                yield return difference;
            }
        }
    }

    private bool AreEqual(JsonValue expected, JsonValue actual) =>
        expected.GetValueKind() == JsonValueKind.String && actual.GetValueKind() == JsonValueKind.String
            ? AreEqual(expected.GetValue<string>(), actual.GetValue<string>())
            : expected.ToJsonString() == actual.ToJsonString();

    private bool AreEqual(string expected, string actual)
    {
        if (expected == actual)
        {
            return true;
        }

        if (Key().IsMatch(expected) && Key().IsMatch(actual))
        {
            return Corresponds("key", Plain(expected), Plain(actual));
        }

        if (LoggedDate().IsMatch(expected) && LoggedDate().IsMatch(actual))
        {
            return true;
        }

        if (Date().IsMatch(expected) && Date().IsMatch(actual))
        {
            // The clock's dates may differ, but not their form; those of the far past and future come from requests.
            return IsOfTheClock(expected) && IsOfTheClock(actual);
        }

        if (Symbol().IsMatch(expected) && Symbol().IsMatch(actual))
        {
            return Corresponds("row", expected, actual);
        }

        if (expected is ['{' or '[', ..] && actual is ['{' or '[', ..])
        {
            return !Differences(JsonNode.Parse(expected), JsonNode.Parse(actual), "$").Any();
        }

        var (left, right) = (Keys().Matches(expected), Keys().Matches(actual));
        if (left.Count > 0 && left.Count == right.Count && Keys().Replace(expected, "·") == Keys().Replace(actual, "·"))
        {
            return left.Zip(right).All(pair => Corresponds("key", Plain(pair.First.Value), Plain(pair.Second.Value)));
        }

        if (Number().IsMatch(expected) && Number().Replace(expected, "·") == Number().Replace(actual, "·"))
        {
            return Number()
                .Matches(expected)
                .Zip(Number().Matches(actual))
                .All(pair => Corresponds("number", pair.First.Value, pair.Second.Value));
        }

        var (parts, others) = (expected.Split(','), actual.Split(','));
        return expected.Contains('#', StringComparison.Ordinal)
            && parts.Length > 1
            && parts.Length == others.Length
            && parts.Zip(others).All(pair => AreEqual(pair.First, pair.Second));
    }

    private bool Corresponds(string kind, string expected, string actual)
    {
        _there.TryAdd((kind, expected), actual);
        _back.TryAdd((kind, actual), expected);
        return _there[(kind, expected)] == actual && _back[(kind, actual)] == expected;
    }

    /// <summary>In an order that does not depend on made-up keys, counters and dates.</summary>
    private static JsonArray Ordered(JsonNode? rows) =>
        new([
            .. (rows as JsonArray ?? [])
                .Select(row => row!.DeepClone().AsObject())
                .Where(row => !NamesAMember(row))
                .OrderBy(Sign, StringComparer.Ordinal),
        ]);

    /// <summary>An automatic relation to a member (type 6): this site has none yet, so nothing can refer to one.</summary>
    private static bool NamesAMember(JsonObject row) => row["relType"] is JsonValue type && type.ToJsonString() == "6";

    private static string Sign(JsonObject row) =>
        string.Join(
            '\n',
            row.OrderBy(column => column.Key, StringComparer.Ordinal)
                .Select(column =>
                    column.Value is JsonValue value
                    && value.TryGetValue<string>(out var text)
                    && (Key().IsMatch(text) || Date().IsMatch(text) || Symbol().IsMatch(text))
                        ? $"{column.Key}=·"
                        : $"{column.Key}={column.Value?.ToJsonString()}"
                )
        );

    private static bool IsOfTheClock(string date) =>
        int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture) is >= 2026 and < 2090;

    private static string Plain(string key) =>
        key.Replace("-", string.Empty, StringComparison.Ordinal).ToUpperInvariant();

    private static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString(Readable) ?? "null";
        return text.Length <= 400 ? text : text[..400] + "…";
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [GeneratedRegex("^[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}$", Options, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(
        "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|(?<![0-9a-fA-F])[0-9a-fA-F]{32}(?![0-9a-fA-F])",
        Options,
        1000
    )]
    private static partial Regex Keys();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$", Options, 1000)]
    private static partial Regex Date();

    /// <summary>5/6/2031 1:02:03 PM, as the log of kept versions has it.</summary>
    [GeneratedRegex(@"^\d\d?/\d\d?/\d{4} \d\d?:\d\d:\d\d[ \u202f][AP]M$", Options, 1000)]
    private static partial Regex LoggedDate();

    [GeneratedRegex(@"^[A-Za-z0-9]+#\d+$", Options, 1000)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"(?<![\w#-])\d{4,}(?![\w-])", Options, 1000)]
    private static partial Regex Number();

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
