namespace NKCSI.Web.Tests.Support;

/// <summary>The site's own build output, beside that of its tests: what an operator runs.</summary>
internal static class BuiltSite
{
    private static readonly string Output = AppContext.BaseDirectory.Replace(
        Path.Combine("tests", "NKCSI.Web.Tests"),
        Path.Combine("src", "NKCSI.Web"),
        StringComparison.Ordinal
    );

    public static string Dll => Path.Combine(Output, "NKCSI.Web.dll");

    /// <summary>The content model and first content that the site imports.</summary>
    public static string SyncFolder => Path.Combine(Output, "uSync", "v17");
}
