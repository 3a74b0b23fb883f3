using System.Net;
using NKCSI.Web.Tests.Support;

namespace NKCSI.Web.Tests.Pages;

/// <summary>Headers, compression, health: what surrounds every page.</summary>
public sealed class PipelineTests(FirstSite site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/en")]
    [InlineData("/niama-takava-stranitsa")]
    [InlineData("/nkcsi/error")]
    [InlineData("/_content/NKCSI.Site/css/site.css")]
    [InlineData("/umbraco/delivery/api/v2/content")]
    public async Task Answer_OfAnyKind_CarriesTheSecurityHeaders(string path)
    {
        using var answer = await site.Client.GetAsync(path);
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Page_OfTheSite_HasNoInlineScriptOrStyle()
    {
        foreach (var alias in PageKinds.Aliases)
        {
            var page = await site.GetAsync(site.Pages.Of(alias, PageKinds.Bulgarian));
            Assert.Empty(
                page.All("script:not([src]), style, [style], [onclick], [onload]").Select(element => element.OuterHtml)
            );
        }
    }

    [Fact]
    public async Task Upload_Opened_MayDoNothing()
    {
        var page = await site.GetAsync(site.Pages.Of("trainingMaterial", PageKinds.Bulgarian));
        var file = page.Document.QuerySelector("a.download")!.GetAttribute("href")!;
        using var answer = await site.Client.GetAsync(file);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("sandbox", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("/media/../Umbraco.sqlite.db")]
    [InlineData("/media/%2e%2e/Umbraco.sqlite.db")]
    [InlineData("/media/..%2fUmbraco.sqlite.db")]
    [InlineData("/media/")]
    [InlineData("/appsettings.json")]
    [InlineData("/uSync/v17/usync.config")]
    public async Task Address_OutsideThePublicFiles_IsNotServed(string path)
    {
        using var answer = await site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/", "br")]
    [InlineData("/", "gzip")]
    [InlineData("/_content/NKCSI.Site/css/site.css", "br")]
    [InlineData("/_content/NKCSI.Site/img/mark.svg", "gzip")]
    public async Task Answer_CompressionAskedFor_IsCompressed(string path, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", encoding);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_RunningSite_IsHealthy(string path) =>
        Assert.Equal("Healthy", await site.Client.GetStringAsync(path));

    [Fact]
    public async Task Page_AskedWithHead_AnswersWithoutBody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Page_OtherMethodWithoutForm_ChangesNothingAndFailsPolitely(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/");
        using var answer = await site.Client.SendAsync(request);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : string.Empty;
}
