using Umbraco.Cms.Core.Hosting;

namespace NKCSI.Search.Lucene.Engine;

/// <summary>Where indexes are kept: below Umbraco's local temporary folder, on any host.</summary>
internal sealed class IndexLocation(IHostingEnvironment hosting)
{
    public string FolderOf(string index) => Path.Combine(hosting.LocalTempPath, "NkcsiSearch", index);
}
