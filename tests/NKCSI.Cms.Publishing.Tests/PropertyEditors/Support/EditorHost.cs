using NKCSI.Testing;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors.Support;

/// <summary>Core on a real database, with the property editors under test.</summary>
internal static class EditorHost
{
    public static Task<CmsTestHost> StartAsync(IDictionary<string, string?>? settings = null) =>
        CmsTestHost.StartAsync(
            new CmsTestHostOptions
            {
                Compose = cms => cms.AddCmsPublishing(),
                Configuration = settings ?? new Dictionary<string, string?>(StringComparer.Ordinal),
            }
        );
}
