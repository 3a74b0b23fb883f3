using System.Reflection;
using System.Xml.Linq;

namespace NKCSI.ArchitectureTests;

/// <summary>
/// The projects of both halves as they were built. They are found by their folder, so that a new project is under the
/// rules from its first day.
/// </summary>
internal static class House
{
    public const string SearchPort = "NKCSI.Search";
    public const string Web = "NKCSI.Web";

    public static IReadOnlyList<string> Platform { get; } = Repository.ProjectsIn("src/Platform");

    public static IReadOnlyList<string> Host { get; } = Repository.ProjectsIn("src/Host");

    /// <summary>A project for each row of a theory.</summary>
    public static TheoryData<string> PlatformProjects => [.. Platform];

    /// <inheritdoc cref="PlatformProjects" />
    public static TheoryData<string> HostProjects => [.. Host];

    /// <inheritdoc cref="PlatformProjects" />
    public static TheoryData<string> AllProjects => [.. Platform, .. Host];

    public static Assembly Load(string project) => Assembly.Load(new AssemblyName(project));

    /// <summary>What a project refers to: what its code uses, and what its project file names without using it.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project)
    {
        var half = Platform.Contains(project, StringComparer.Ordinal) ? "src/Platform" : "src/Host";
        var declared = XDocument
            .Load(Repository.PathOf($"{half}/{project}/{project}.csproj"))
            .Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference")
            .Select(element => (string)element.Attribute("Include")!)
            .Select(include =>
                include.EndsWith(".csproj", StringComparison.Ordinal)
                    ? Path.GetFileNameWithoutExtension(include)
                    : include
            );
        var used = Load(project).GetReferencedAssemblies().Select(reference => reference.Name!);
        return [.. declared.Concat(used).Distinct(StringComparer.Ordinal)];
    }
}
