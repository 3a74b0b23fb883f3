using NKCSI.Testing;

namespace NKCSI.Cms.Sync.Tests.Support;

/// <summary>789 files that a genuine uSync 17 wrote; a test that needs them skips where they are absent.</summary>
internal static class GenuineFolder
{
    public const string WhyNot = "The folder of a genuine uSync is not here.";

    public static string Path =>
        GenuineRecordings.AreThere
            ? System.IO.Path.GetFullPath(System.IO.Path.Combine(GenuineRecordings.Folder, "..", "usync", "v17"))
            : string.Empty;

    public static bool IsThere => Directory.Exists(Path);
}
