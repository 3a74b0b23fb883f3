using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Hosting;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Publishing.Requests;

/// <summary>
/// Gives every request that is not for a file its Umbraco context and the site's default culture, and tells Core
/// when it begins and ends.
/// </summary>
internal sealed partial class RequestContextMiddleware(
    RequestDelegate next,
    IUmbracoContextFactory contexts,
    IVariationContextAccessor variations,
    IDefaultCultureAccessor defaultCulture,
    IEventAggregator events,
    IHostingEnvironment hosting,
    IRuntimeState runtime,
    UmbracoRequestPaths paths,
    ILogger<RequestContextMiddleware> logger
)
{
    public async Task InvokeAsync(HttpContext request)
    {
        if (runtime.Level < RuntimeLevel.Run || paths.IsClientSideRequest(request.Request.Path))
        {
            await next(request);
            return;
        }

        variations.VariationContext ??= new VariationContext(defaultCulture.DefaultCulture);
        using var reference = contexts.EnsureUmbracoContext();
        hosting.EnsureApplicationMainUrl(AddressOf(request.Request));
        await TellBeginAsync(reference.UmbracoContext);
        try
        {
            await next(request);
        }
        finally
        {
            await events.PublishAsync(new UmbracoRequestEndNotification(reference.UmbracoContext));
        }
    }

    /// <summary>A listener that fails must not take every page down with it.</summary>
    private async Task TellBeginAsync(IUmbracoContext context)
    {
        try
        {
            await events.PublishAsync(new UmbracoRequestBeginNotification(context));
        }
        catch (Exception failure)
        {
            LogListenerFailed(logger, failure);
        }
    }

    /// <summary>Only what a browser asks for tells the site's address; probes come from anywhere.</summary>
    private static Uri? AddressOf(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method)) && request.Host.HasValue
            ? new Uri($"{request.Scheme}://{request.Host}{request.PathBase}", UriKind.Absolute)
            : null;

    [LoggerMessage(LogLevel.Error, "A listener to the beginning of requests failed; the request goes on.")]
    private static partial void LogListenerFailed(ILogger logger, Exception failure);
}
