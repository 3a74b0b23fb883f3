using NKCSI.Testing;

namespace NKCSI.Cms.Sync.Tests.Support;

/// <summary>The real host on a database of its own, with the import.</summary>
internal sealed class ImportHost(CmsTestHost host) : IAsyncDisposable
{
    public static async Task<ImportHost> StartAsync(Dictionary<string, string?>? settings = null) =>
        new(
            await CmsTestHost.StartAsync(
                new CmsTestHostOptions
                {
                    Configuration = settings ?? new Dictionary<string, string?>(StringComparer.Ordinal),
                    Compose = builder => builder.AddCmsSync(),
                }
            )
        );

    public CmsTestHost Host => host;

    public T Get<T>()
        where T : notnull => host.Get<T>();

    public Task<ImportReport> ImportAsync(string root, Func<ImportRequest, ImportRequest>? change = null)
    {
        var request = new ImportRequest { Folders = [root] };
        return Get<IContentImport>()
            .ImportAsync(change?.Invoke(request) ?? request, progress: null, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
