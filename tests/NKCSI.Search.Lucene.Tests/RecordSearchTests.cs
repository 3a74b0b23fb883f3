using Microsoft.Extensions.Logging.Abstractions;
using NKCSI.Search.Lucene.Engine;
using NKCSI.Search.Lucene.Records;
using NKCSI.Search.Records;
using Umbraco.Cms.Core.Hosting;
using Xunit;

namespace NKCSI.Search.Lucene.Tests;

public sealed class RecordSearchTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nkcsi-records");
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private readonly RecordIndexes _indexes;
    private readonly RecordSearch _search;

    public RecordSearchTests()
    {
        _indexes = new RecordIndexes(new IndexLocation(new TempHosting(_folder.FullName)), NullLoggerFactory.Instance);
        _search = new RecordSearch(_indexes);
    }

    public async ValueTask InitializeAsync() =>
        await _indexes
            .Of("bg-BG")
            .RebuildAsync(
                (writer, _) =>
                {
                    writer.AddDocument(
                        RecordFields.ToDocument(
                            Record(
                                1,
                                "innovation",
                                "Патронажна грижа у дома",
                                "Грижа за възрастни хора в домовете им.",
                                "T06"
                            )
                        )
                    );
                    writer.AddDocument(
                        RecordFields.ToDocument(
                            Record(2, "innovation", "Социална кухня", "Топъл обяд. Заетост за младежи.", "T03", "T10")
                        )
                    );
                    writer.AddDocument(
                        RecordFields.ToDocument(
                            Record(3, "course", "Обучение на лични асистенти", "Умения за грижа.", "T06")
                        )
                    );
                    return Task.CompletedTask;
                },
                _ct
            );

    [Theory]
    [InlineData("грижи")]
    [InlineData("ГРИЖАТА")]
    [InlineData("гpижа")] // a Latin p
    public async Task Search_AnotherFormOfTheWord_FindsIt(string text)
    {
        var found = await _search.SearchAsync(Query(text), _ct);

        Assert.Equal(2, found.Total);
        Assert.Equal(Key(1), found.Hits[0].Key);
    }

    [Fact]
    public async Task Search_WordInTheText_IsHighlightedInAPassage()
    {
        var found = await _search.SearchAsync(Query("младежите"), _ct);

        var passage = Assert.Single(Assert.Single(found.Hits).Passages);
        var match = Assert.Single(passage.Matches);
        Assert.Equal("младежи", passage.Text.Substring(match.Start, match.Length));
    }

    [Fact]
    public async Task Search_ChosenFacet_NarrowsHitsButNotItsOwnCounts()
    {
        var found = await _search.SearchAsync(
            Query(string.Empty) with
            {
                Facets = ["theme", "type"],
                Chosen = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["theme"] = ["T10"] },
            },
            _ct
        );

        Assert.Equal(1, found.Total);
        Assert.Equal(
            [new FacetCount("T06", 2), new FacetCount("T03", 1), new FacetCount("T10", 1)],
            found.Facets["theme"]
        );
        Assert.Equal([new FacetCount("innovation", 1)], found.Facets["type"]);
    }

    [Fact]
    public async Task Search_SecondPage_ContinuesWhereTheFirstEnded()
    {
        var first = await _search.SearchAsync(Query(string.Empty) with { Take = 2, Sort = RecordSort.Title }, _ct);
        var second = await _search.SearchAsync(
            Query(string.Empty) with
            {
                Skip = 2,
                Take = 2,
                Sort = RecordSort.Title,
            },
            _ct
        );

        Assert.Equal([Key(3), Key(1)], first.Hits.Select(hit => hit.Key));
        Assert.Equal([Key(2)], second.Hits.Select(hit => hit.Key));
    }

    [Theory]
    [InlineData("\"*?:(){}[]^~!\\/&&||")]
    [InlineData("???")]
    public async Task Search_OnlyPunctuation_FindsNothingAndFailsNot(string text) =>
        Assert.Equal(0, (await _search.SearchAsync(Query(text), _ct)).Total);

    [Fact]
    public async Task Search_UnknownCulture_FindsNothing() =>
        Assert.Equal(0, (await _search.SearchAsync(Query("грижа") with { Culture = "de-DE" }, _ct)).Total);

    public ValueTask DisposeAsync()
    {
        _search.Dispose();
        _indexes.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static RecordQuery Query(string text) => new() { Culture = "bg-BG", Text = text };

    private static Guid Key(byte number) => new(number, 0, 0, new byte[8]);

    private static SearchRecord Record(byte number, string type, string title, string text, params string[] themes) =>
        new()
        {
            Key = Key(number),
            Culture = "bg-BG",
            RecordType = type,
            Title = title,
            Date = new DateTime(2026, 1, number, 0, 0, 0, DateTimeKind.Utc),
            Texts = [new WeightedText("body", text, 1)],
            Facets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["theme"] = themes },
        };

    private sealed class TempHosting(string folder) : IHostingEnvironment
    {
        public string SiteName => "test";
        public string ApplicationId => "test";
        public string ApplicationPhysicalPath => folder;
        public string LocalTempPath => folder;
        public string ApplicationVirtualPath => "/";
        public bool IsDebugMode => false;
        public bool IsHosted => true;
        public Uri ApplicationMainUrl => new("http://localhost/");

        public string MapPathWebRoot(string path) => Path.Combine(folder, path);

        public string MapPathContentRoot(string path) => Path.Combine(folder, path);

        public string ToAbsolute(string virtualPath) => virtualPath;

        public void EnsureApplicationMainUrl(Uri? currentApplicationUrl) { }
    }
}
