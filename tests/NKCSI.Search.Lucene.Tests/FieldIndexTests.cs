using Microsoft.Extensions.Logging.Abstractions;
using NKCSI.Search.Fields;
using NKCSI.Search.Lucene.Fields;
using Xunit;

namespace NKCSI.Search.Lucene.Tests;

public sealed class FieldIndexTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nkcsi-fields");
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Query_ContainsInUpperCaseCyrillic_FindsWhateverTheCase()
    {
        using var index = await FilledAsync();

        var found = index.Query(Where("name", FieldKind.StringAnalyzed, FieldOperator.Contains, "ГРИЖА"));

        Assert.Equal(["a"], found.Ids);
    }

    [Fact]
    public async Task Query_SortedByNumberDescending_GivesThatOrderAndTheExactTotal()
    {
        using var index = await FilledAsync();

        var found = index.Query(new FieldQuery([], [new FieldSort("level", FieldKind.Number, Descending: true)], 0, 2));

        Assert.Equal(["c", "b"], found.Ids);
        Assert.Equal(3, found.Total);
    }

    [Fact]
    public async Task Query_IsNot_LeavesAllValuesOut()
    {
        using var index = await FilledAsync();

        var found = index.Query(Where("type", FieldKind.StringRaw, FieldOperator.IsNot, "news", "page"));

        Assert.Equal(["c"], found.Ids);
    }

    [Fact]
    public async Task Query_DateRange_ComparesMoments()
    {
        using var index = await FilledAsync();

        var found = index.Query(
            Where(
                "created",
                FieldKind.Date,
                FieldOperator.GreaterThan,
                new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)
            )
        );

        Assert.Equal(["b", "c"], found.Ids);
    }

    [Fact]
    public async Task Query_NoValues_FindsNothing()
    {
        using var index = await FilledAsync();

        Assert.Equal(0, index.Query(Where("type", FieldKind.StringRaw, FieldOperator.Is)).Total);
    }

    [Fact]
    public async Task Replace_AGroup_RemovesWhatIsNoLongerInIt()
    {
        using var index = await FilledAsync();

        await index.ReplaceAsync(["1"], [Document("a2", "1", "page", "Нова", 1, 2026)], _ct);

        Assert.Equal(["b", "c", "a2"], index.Query(new FieldQuery([], [], 0, 10)).Ids);
    }

    [Fact]
    public async Task Open_AfterAProperClose_KeepsItsContent()
    {
        (await FilledAsync()).Dispose();

        using var again = Open("v1");

        Assert.False(again.NeedsRebuild);
        Assert.Equal(3, again.Query(new FieldQuery([], [], 0, 10)).Total);
    }

    [Fact]
    public async Task Open_WithAnotherSchema_AsksForARebuild()
    {
        (await FilledAsync()).Dispose();

        using var again = Open("v2");

        Assert.True(again.NeedsRebuild);
    }

    [Fact]
    public async Task Open_WhenFilesAreDamaged_AsksForARebuildAndTakesIt()
    {
        (await FilledAsync()).Dispose();
        foreach (var file in _folder.EnumerateFiles("segments*", SearchOption.AllDirectories))
        {
            await File.WriteAllBytesAsync(file.FullName, [1, 2, 3], _ct);
        }

        using var again = Open("v1");
        Assert.True(again.NeedsRebuild);
        await again.RebuildAsync(Documents(), _ct);

        Assert.Equal(3, again.Query(new FieldQuery([], [], 0, 10)).Total);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static FieldQuery Where(string field, FieldKind kind, FieldOperator op, params object[] values) =>
        new([new FieldCondition(field, kind, op, values)], [], 0, 10);

    private static FieldDocument Document(string id, string group, string type, string name, int level, int year) =>
        new(
            id,
            group,
            [
                new FieldValues("type", FieldKind.StringRaw, [type]),
                new FieldValues("name", FieldKind.StringAnalyzed, [name]),
                new FieldValues("level", FieldKind.Number, [level]),
                new FieldValues("created", FieldKind.Date, [new DateTime(year, 6, 1, 0, 0, 0, DateTimeKind.Utc)]),
            ]
        );

    private static async IAsyncEnumerable<FieldDocument> Documents()
    {
        yield return Document("a", "1", "news", "Патронажна грижа", 1, 2025);
        yield return Document("b", "2", "page", "Заетост", 2, 2026);
        yield return Document("c", "3", "innovation", "Обучение", 3, 2026);
        await Task.CompletedTask;
    }

    private FieldIndex Open(string schema) => new(_folder.FullName, schema, NullLogger.Instance);

    private async Task<FieldIndex> FilledAsync()
    {
        var index = Open("v1");
        await index.RebuildAsync(Documents(), _ct);
        return index;
    }
}
