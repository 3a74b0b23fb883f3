using System.Text.Json;
using System.Text.Json.Nodes;

namespace NKCSI.Testing;

/// <summary>
/// Recordings of a genuine Umbraco 17.5.2 (<c>fixtures/genuine</c> of the folder shared by the project's repositories).
/// They are not part of this repository: a test that needs them skips, with <see cref="WhyNot"/>, where they are absent.
/// </summary>
public static class GenuineRecordings
{
    /// <summary>The environment variable that names the shared folder.</summary>
    public const string SharedFolderVariable = "NKCSI_SHARED";

    private static readonly Lazy<string?> Found = new(Find);

    public const string WhyNot =
        $"The recordings of a genuine Umbraco are not here; set {SharedFolderVariable} to the shared folder.";

    public static bool AreThere => Found.Value is not null;

    /// <summary>The folder with <c>documents</c>, <c>settings</c>, <c>access</c> and <c>delivery</c>.</summary>
    public static string Folder => Found.Value ?? throw new DirectoryNotFoundException(WhyNot);

    /// <summary>A file below <see cref="Folder"/>, <c>fresh-17.5.2.sqlite.db</c> for instance.</summary>
    public static string PathOf(string relative) => Path.Combine(Folder, relative);

    /// <summary>The steps of one recording, <c>documents/invariant-lifecycle.jsonl</c> for instance, in order.</summary>
    public static IReadOnlyList<GenuineStep> Read(string relative) =>
        [
            .. File.ReadLines(PathOf(relative))
                .Skip(1)
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(GenuineStep.Parse),
        ];

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(SharedFolderVariable) is { Length: > 0 } named)
        {
            return Inside(named);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Inside(Path.Combine(folder.FullName, "shared")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Inside(string shared)
    {
        var folder = Path.Combine(shared, "fixtures", "genuine");
        return Directory.Exists(folder) ? folder : null;
    }
}

/// <summary>One request of a recording, its answer, and the rows that it wrote.</summary>
public sealed class GenuineStep
{
    private GenuineStep(JsonObject json) => Json = json;

    /// <summary>The whole line.</summary>
    public JsonObject Json { get; }

    public string Name => Json["name"]?.GetValue<string>() ?? string.Empty;

    public string Method => Json["request"]?["method"]?.GetValue<string>() ?? string.Empty;

    public string Path => Json["request"]?["path"]?.GetValue<string>() ?? string.Empty;

    public JsonNode? Body => Json["request"]?["body"];

    public int Status => Json["response"]?["status"]?.GetValue<int>() ?? 0;

    public JsonNode? Answer => Json["response"]?["body"];

    /// <summary>Rows inserted, updated and deleted, table by table, where they were recorded.</summary>
    public JsonObject? Database => Json["database"] as JsonObject;

    /// <summary>Names of values that the server made up, with their path into the answer.</summary>
    public JsonObject? Captures => Json["capture"] as JsonObject;

    internal static GenuineStep Parse(string line) =>
        new(JsonNode.Parse(line) as JsonObject ?? throw new JsonException("A step is an object."));
}
