using System.Runtime.InteropServices;

namespace NKCSI.Web.Tests.Support;

/// <summary>The site's own build output, beside that of its tests: what an operator runs.</summary>
internal static class BuiltSite
{
    private static readonly string Output = AppContext.BaseDirectory.Replace(
        Path.Combine("tests", "NKCSI.Web.Tests"),
        Path.Combine("src", "NKCSI.Web"),
        StringComparison.Ordinal
    );

    public static string Executable =>
        Path.Combine(Output, OperatingSystem.IsWindows() ? "NKCSI.Web.exe" : "NKCSI.Web");

    /// <summary>Where the .NET that runs the tests is: three folders above its class library.</summary>
    public static string RuntimeFolder =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The content model and first content that the site imports.</summary>
    public static string SyncFolder => Path.Combine(Output, "uSync", "v17");
}
