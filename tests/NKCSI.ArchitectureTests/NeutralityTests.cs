namespace NKCSI.ArchitectureTests;

/// <summary>The repository builds anywhere: it names no folder of one machine and no package registry.</summary>
public sealed class NeutralityTests
{
    private const int LongestText = 2_000_000;

    /// <summary>Written in halves, so that this file does not hold them.</summary>
    private static readonly string[] Forbidden =
    [
        "/tm" + "p/",
        "/wor" + "k/",
        "/roo" + "t/",
        "api.nuget" + ".org",
        "registry.npmjs" + ".org",
    ];

    [Fact]
    public void Repository_AnyTextFile_NamesNoMachineAndNoRegistry()
    {
        var found =
            from file in Repository.FilesIn(".")
            where new FileInfo(Repository.PathOf(file)).Length < LongestText
            let text = Repository.Read(file)
            where !text.Contains('\0', StringComparison.Ordinal)
            from word in Forbidden
            where text.Contains(word, StringComparison.Ordinal)
            select $"{file}: {word}";

        Assert.Empty(found);
    }
}
