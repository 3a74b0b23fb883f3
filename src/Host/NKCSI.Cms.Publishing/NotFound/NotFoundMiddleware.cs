using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Publishing.NotFound;

/// <summary>
/// Answers what nobody serves with a plain page in the language of the address, where a reader asks for a page. An
/// answer that somebody has given, an API's 404 among them, is left as it is.
/// </summary>
internal sealed class NotFoundMiddleware(
    RequestDelegate next,
    IUmbracoContextAccessor contexts,
    IDomainCache domains,
    HtmlEncoder encoder
)
{
    public async Task InvokeAsync(HttpContext request)
    {
        await next(request);
        if (IsUnanswered(request) && contexts.TryGetUmbracoContext(out var context))
        {
            await WriteAsync(request, context);
        }
    }

    private static bool IsUnanswered(HttpContext request) =>
        request.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentType: null }
        && (HttpMethods.IsGet(request.Request.Method) || HttpMethods.IsHead(request.Request.Method))
        && request.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private async Task WriteAsync(HttpContext request, IUmbracoContext context)
    {
        var domain = DomainOf(context);
        var culture = CultureInfo.GetCultureInfo(
            context.PublishedRequest?.Culture ?? domain?.Culture ?? domains.DefaultCulture
        );
        var text = new NotFoundText(culture);
        var response = request.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers[HeaderNames.CacheControl] = "no-store";
        if (HttpMethods.IsHead(request.Request.Method))
        {
            return;
        }

        var home = request.Request.PathBase + (domain?.Uri.AbsolutePath ?? "/");
        await response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{encoder.Encode(culture.TwoLetterISOLanguageName)}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="robots" content="noindex">
              <title>{encoder.Encode(text.Title)}</title>
            </head>
            <body>
              <main>
                <h1>{encoder.Encode(text.Heading)}</h1>
                <p>{encoder.Encode(text.Explanation)}</p>
                <p><a href="{encoder.Encode(home)}">{encoder.Encode(text.Home)}</a></p>
              </main>
            </body>
            </html>
            """,
            request.RequestAborted
        );
    }

    /// <summary>The domain of the address: what was routed, else the deepest whose path the address begins with.</summary>
    private DomainAndUri? DomainOf(IUmbracoContext context) =>
        context.PublishedRequest?.Domain
        ?? domains
            .GetAll(includeWildcards: false)
            .Select(domain => new DomainAndUri(domain, context.CleanedUmbracoUrl))
            .Where(domain => IsBelow(domain.Uri, context.CleanedUmbracoUrl))
            .MaxBy(domain => domain.Uri.AbsolutePath.Length);

    private static bool IsBelow(Uri domain, Uri address) =>
        string.Equals(domain.Authority, address.Authority, StringComparison.OrdinalIgnoreCase)
        && $"{address.AbsolutePath.TrimEnd('/')}/".StartsWith(
            $"{domain.AbsolutePath.TrimEnd('/')}/",
            StringComparison.OrdinalIgnoreCase
        );
}
