using System.Text;

namespace NKCSI.ArchitectureTests;

/// <summary>The files of this repository, found from where the tests were built.</summary>
internal static class Repository
{
    private static readonly string[] Unversioned =
    [
        ".git",
        "bin",
        "obj",
        "node_modules",
        "artifacts",
        "TestResults",
        "data",
    ];

    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative), Encoding.UTF8);

    /// <summary>Names of the projects in a folder such as <c>src/Host</c>.</summary>
    public static IReadOnlyList<string> ProjectsIn(string folder) =>
        [
            .. Directory
                .EnumerateFiles(PathOf(folder), "*.csproj", SearchOption.AllDirectories)
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Files below a folder that belong to the repository, by their path from its root.</summary>
    public static IEnumerable<string> FilesIn(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(PathOf(folder)))
        {
            // In a second working tree .git is a file.
            if (Path.GetFileName(file) != ".git")
            {
                yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
            }
        }

        foreach (var child in Directory.EnumerateDirectories(PathOf(folder)))
        {
            if (!Unversioned.Contains(Path.GetFileName(child), StringComparer.OrdinalIgnoreCase))
            {
                foreach (var file in FilesIn(child))
                {
                    yield return file;
                }
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NKCSI.Web.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("NKCSI.Web.sln is nowhere above the tests.");
        }

        return folder.FullName;
    }
}
