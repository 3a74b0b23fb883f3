using System.Net;
using NKCSI.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(FirstSite))]

namespace NKCSI.Web.Tests.Support;

/// <summary>
/// The site after its first start from an empty folder, one for all tests: they read, and never change its content.
/// </summary>
public sealed class FirstSite : IAsyncLifetime
{
    private readonly TemporaryDataFolder _folder = new();
    private SiteProcess _process = null!;

    /// <summary>Follows no redirects and unpacks nothing.</summary>
    internal HttpClient Client { get; private set; } = null!;

    internal Uri Address => Client.BaseAddress!;

    internal string Folder => _folder.Path;

    internal string DatabaseFile => _folder.DatabaseFile;

    /// <summary>The lines that the first start printed, in order.</summary>
    internal IReadOnlyList<string> Said { get; private set; } = [];

    /// <summary>What the database held when the site was ready.</summary>
    internal IReadOnlyList<string> Content { get; private set; } = [];

    /// <summary>One page of each kind, and the first of each list.</summary>
    internal PageKinds Pages { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _process = SiteProcess.Start(Folder);
        var address = await _process.ReadyAsync();
        Said = [.. _process.Read];
        Client = NewClient(address);
        Content = ContentOfDatabase.Read(DatabaseFile);
        Pages = await PageKinds.FindAsync(Client);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    internal static HttpClient NewClient(Uri address) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                UseCookies = false,
            }
        )
        {
            BaseAddress = address,
            // A busy machine takes long for the first page of each kind.
            Timeout = TimeSpan.FromMinutes(5),
        };

    /// <summary>A page as its document, with the status that it must have.</summary>
    internal async Task<WebPage> GetAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(
            answer.StatusCode == status,
            $"{path} answers {(int)answer.StatusCode}:\n{html[..Math.Min(html.Length, 500)]}"
        );
        return new WebPage(path, html);
    }
}
