namespace NKCSI.Cms.Sync.Tests.Support;

/// <summary>The content model and first content of this repository.</summary>
internal static class OwnFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "uSync", "v17");
            if (File.Exists(System.IO.Path.Combine(path, "usync.config")))
            {
                return path;
            }
        }
        throw new DirectoryNotFoundException("uSync/v17");
    }
}
