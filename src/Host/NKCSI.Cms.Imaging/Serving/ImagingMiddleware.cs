using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NKCSI.Cms.Imaging.Commands;
using NKCSI.Cms.Imaging.Resizing;
using NKCSI.Cms.Imaging.Urls;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.IO;

namespace NKCSI.Cms.Imaging.Serving;

/// <summary>
/// Answers requests for pictures that ask for a size, cut or format; all others pass to the static files. Headers as
/// contracts/delivery/images.md 4 says.
/// </summary>
internal sealed class ImagingMiddleware(
    RequestDelegate next,
    MediaFileManager media,
    ImageResizer resizer,
    ImageCache cache,
    ImageUrlSignature signature,
    IOptionsMonitor<ImagingSettings> settings,
    ILogger<ImagingMiddleware> logger
)
{
    private const string MediaPath = "/media";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? string.Empty;
        if (
            !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || !request.Path.StartsWithSegments(MediaPath, StringComparison.OrdinalIgnoreCase)
            || !ImageFormats.CanRead(path)
            || ImageCommands.Parse(request.Query, Limits()) is not { } commands
        )
        {
            await next(context);
            return;
        }

        if (!signature.IsAccepted(request))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (!media.FileSystem.FileExists(path))
        {
            await next(context);
            return;
        }

        var (saver, contentType) = ImageFormats.Result(commands.Format, path);
        var file = cache.FileOf(path, media.FileSystem.GetLastModified(path), commands.CacheText, saver);
        if (!file.Exists && !await TryMakeAsync(path, commands, saver, file, context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await SendAsync(context, file, contentType);
    }

    /// <summary>With a key the signature vouches for the size.</summary>
    private (int Width, int Height)? Limits() =>
        signature.IsOn ? null : (settings.CurrentValue.Resize.MaxWidth, settings.CurrentValue.Resize.MaxHeight);

    private async Task<bool> TryMakeAsync(
        string path,
        ImageCommands commands,
        string saver,
        FileInfo file,
        CancellationToken ct
    )
    {
        try
        {
            using var source = new MemoryStream();
            await using (var stored = media.FileSystem.OpenFile(path))
            {
                await stored.CopyToAsync(source, ct);
            }

            await ImageCache.StoreAsync(file, await resizer.ResizeAsync(source.ToArray(), commands, saver, ct), ct);
            return true;
        }
        catch (InvalidImageException damage)
        {
            logger.LogWarning(damage, "The picture {Path} cannot be resized", path);
            return false;
        }
    }

    private async Task SendAsync(HttpContext context, FileInfo file, string contentType)
    {
        var headers = new ResponseHeaders(context.Response.Headers)
        {
            CacheControl = new CacheControlHeaderValue
            {
                Public = true,
                MaxAge = settings.CurrentValue.Cache.BrowserMaxAge,
                MustRevalidate = true,
            },
        };
        if (context.Request.Query.ContainsKey("v") || context.Request.Query.ContainsKey("rnd"))
        {
            headers.CacheControl.MustRevalidate = false;
            headers.CacheControl.Extensions.Add(new NameValueHeaderValue("immutable"));
            context.Response.Headers.CacheControl = headers.CacheControl.ToString();
        }

        var modified = new DateTimeOffset(file.LastWriteTimeUtc);
        var tag = new EntityTagHeaderValue($"\"{modified.Ticks ^ file.Length:x}\"");
        // File results know conditional requests, HEAD and lengths.
        await Results
            .File(file.FullName, contentType, lastModified: modified, entityTag: tag, enableRangeProcessing: true)
            .ExecuteAsync(context);
    }
}
