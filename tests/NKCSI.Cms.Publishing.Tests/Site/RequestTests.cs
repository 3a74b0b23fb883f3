using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NKCSI.Testing;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Publishing.Tests.Site;

public sealed class RequestTests : IAsyncLifetime
{
    private PublishedSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PublishedSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Request_ForAPage_HasAContextAndTheDefaultCulture()
    {
        IUmbracoContext? seen = null;
        string? culture = null;

        await SendAsync(
            "/Novini/?a=1",
            _ =>
            {
                _site.Get<IUmbracoContextAccessor>().TryGetUmbracoContext(out seen);
                culture = _site.Get<IVariationContextAccessor>().VariationContext?.Culture;
                return Task.CompletedTask;
            }
        );

        Assert.Equal("https://site.example/novini?a=1", seen?.CleanedUmbracoUrl.ToString());
        Assert.Equal("https://site.example/Novini/?a=1", seen?.OriginalRequestUrl.ToString());
        Assert.False(seen?.InPreviewMode);
        Assert.Equal(PublishedSite.Bulgarian, culture);
        Assert.False(_site.Get<IUmbracoContextAccessor>().TryGetUmbracoContext(out _));
    }

    [Fact]
    public async Task Request_ForAFile_HasNoContext()
    {
        var hadContext = true;

        await SendAsync(
            "/css/site.css",
            _ =>
            {
                hadContext = _site.Get<IUmbracoContextAccessor>().TryGetUmbracoContext(out var _);
                return Task.CompletedTask;
            }
        );

        Assert.False(hadContext);
    }

    [Theory]
    [InlineData("/nyama-takava", "lang=\"bg\"", "href=\"/\"")]
    [InlineData("/en/no-such", "lang=\"en\"", "href=\"/en\"")]
    public async Task Request_ThatNobodyServes_GetsAPageInTheLanguageOfTheAddress(
        string path,
        string language,
        string home
    )
    {
        var document = _site.PublishedDocument("Начало", "Home");
        await _site.AssignDomainsAsync(document, ("/", PublishedSite.Bulgarian), ("/en", PublishedSite.English));

        var (response, body) = await SendAsync(path, NotFound);

        Assert.Equal(StatusCodes.Status404NotFound, response.StatusCode);
        Assert.StartsWith("text/html", response.ContentType, StringComparison.Ordinal);
        Assert.Contains(language, body, StringComparison.Ordinal);
        Assert.Contains(home, body, StringComparison.Ordinal);
        Assert.Contains("<h1>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_OfAProgramThatNobodyServes_GetsNoPage()
    {
        var (response, body) = await SendAsync(
            "/umbraco/delivery/api/v2/nothing",
            NotFound,
            accept: "application/json"
        );

        Assert.Equal(StatusCodes.Status404NotFound, response.StatusCode);
        Assert.Empty(body);
    }

    [Fact]
    public async Task Request_AnsweredWithNotFound_KeepsItsAnswer()
    {
        var (_, body) = await SendAsync(
            "/",
            async request =>
            {
                request.Response.StatusCode = StatusCodes.Status404NotFound;
                request.Response.ContentType = "text/html";
                await request.Response.WriteAsync("своя страница");
            }
        );

        Assert.Equal("своя страница", body);
    }

    private static Task NotFound(HttpContext request)
    {
        request.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task<(HttpResponse Response, string Body)> SendAsync(
        string path,
        RequestDelegate answer,
        string accept = "text/html"
    )
    {
        var app = new ApplicationBuilder(_site.Services);
        app.UseCmsPublishing();
        app.Run(answer);
        var pipeline = app.Build();
        await using var scope = _site.Services.CreateAsyncScope();
        var request = PublishedSite.Request(path, scope.ServiceProvider);
        request.Request.Headers.Accept = accept;
        using var body = new MemoryStream();
        request.Response.Body = body;
        var requests = _site.Get<IHttpContextAccessor>();
        requests.HttpContext = request;
        try
        {
            await pipeline(request);
        }
        finally
        {
            requests.HttpContext = null;
        }

        return (request.Response, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
