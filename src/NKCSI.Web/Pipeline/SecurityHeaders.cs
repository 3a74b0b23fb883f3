namespace NKCSI.Web.Pipeline;

/// <summary>
/// Headers that keep a page to itself: no foreign scripts, no frames, no referrer with a path, no device features. No
/// inline script is allowed, so an injected one does not run.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string PagePolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>An uploaded file may be opened, never act: a hostile SVG or HTML runs nothing.</summary>
    private const string UploadPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }

    public static void ForUploads(IHeaderDictionary headers) => headers.ContentSecurityPolicy = UploadPolicy;
}
