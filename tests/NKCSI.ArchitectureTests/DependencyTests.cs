namespace NKCSI.ArchitectureTests;

/// <summary>Dependencies point one way (docs/architecture.md, "Two halves").</summary>
public sealed class DependencyTests
{
    /// <summary>The oldest Core 17 of the package feed (docs/decisions/0002-core-versions.md).</summary>
    private static readonly Version OldestCore = new(17, 6, 2, 0);

    [Theory]
    [MemberData(nameof(House.PlatformProjects), MemberType = typeof(House))]
    public void Platform_AnyProject_KnowsNeitherHostNorWeb(string project)
    {
        var forbidden = House.ReferencesOf(project).Where(name => name == House.Web || House.Host.Contains(name));

        Assert.Empty(forbidden);
    }

    [Theory]
    [MemberData(nameof(House.HostProjects), MemberType = typeof(House))]
    public void Host_AnyProject_KnowsOfThePlatformTheSearchPortOnly(string project)
    {
        var forbidden = House
            .ReferencesOf(project)
            .Where(name => name == House.Web || (House.Platform.Contains(name) && name != House.SearchPort));

        Assert.Empty(forbidden);
    }

    [Theory]
    [MemberData(nameof(House.HostProjects), MemberType = typeof(House))]
    public void Host_AnyProject_KnowsNoOtherProjectOfTheHost(string project)
    {
        Assert.DoesNotContain(House.ReferencesOf(project), name => House.Host.Contains(name));
    }

    [Theory]
    [MemberData(nameof(House.AllProjects), MemberType = typeof(House))]
    public void Lucene_AnyOtherProjectThanItsAdapter_DoesNotNameIt(string project)
    {
        var lucene = House.ReferencesOf(project).Where(name => name.StartsWith("Lucene.Net", StringComparison.Ordinal));

        Assert.Equal(project == "NKCSI.Search.Lucene", lucene.Any());
    }

    [Theory]
    [MemberData(nameof(House.PlatformProjects), MemberType = typeof(House))]
    public void Platform_AnyProject_IsCompiledAgainstTheOldestCore(string project)
    {
        var umbraco = House
            .Load(project)
            .GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Umbraco", StringComparison.Ordinal));

        Assert.All(
            umbraco,
            reference => Assert.Equal(("Umbraco.Core", OldestCore), (reference.Name, reference.Version))
        );
    }

    [Theory]
    [MemberData(nameof(House.AllProjects), MemberType = typeof(House))]
    public void Web_AnyProjectOfTheHouse_IsComposed(string project)
    {
        Assert.True(
            File.Exists(Path.Combine(AppContext.BaseDirectory, project + ".dll")),
            $"NKCSI.Web does not bring {project}."
        );
    }
}
