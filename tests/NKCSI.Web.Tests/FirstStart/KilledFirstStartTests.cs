using NKCSI.Web.Tests.Support;

namespace NKCSI.Web.Tests.FirstStart;

/// <summary>
/// The first start is killed (SIGKILL) where its progress lines say how far it is, and started again until the site is
/// ready: the content must be that of a start that nobody disturbed. Three of the ten moments are taken, chosen by a
/// seed that the message names; with the environment variable <c>NKCSI_FULL=1</c> all ten are.
/// </summary>
public sealed class KilledFirstStartTests(FirstSite site)
{
    private const int AllMoments = 10;
    private const int FewMoments = 3;
    private const int Seed = 20261124;

    public static TheoryData<int> Moments
    {
        get
        {
            var all = Enumerable.Range(0, AllMoments).ToArray();
            if (Environment.GetEnvironmentVariable("NKCSI_FULL") != "1")
            {
                new Random(Seed).Shuffle(all);
                Array.Resize(ref all, FewMoments);
            }

            return [.. all];
        }
    }

    [Theory]
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
        Assert.True(difference.Length == 0, $"Killed at „{steps[number].Trim()}“ (seed {Seed}):\n{difference}");
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
