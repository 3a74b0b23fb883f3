using Microsoft.AspNetCore.Builder;
using NKCSI.Cms.Publishing.NotFound;
using NKCSI.Cms.Publishing.Requests;

namespace NKCSI.Cms.Publishing;

/// <summary>What publishing adds to the pipeline (contracts/two-hosts.md 9.2).</summary>
public static class PublishingMiddleware
{
    /// <summary>
    /// Gives every request its Umbraco context, and answers with a page of the host's own what nobody serves. Belongs
    /// after the identity of preview is known and before static files, routing and authentication.
    /// </summary>
    public static IApplicationBuilder UseCmsPublishing(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.UseMiddleware<RequestContextMiddleware>().UseMiddleware<NotFoundMiddleware>();
    }
}
