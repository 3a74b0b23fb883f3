using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Publishing.Requests;

/// <summary>Values of the current request for Core's finders; without a request there are none.</summary>
internal sealed class RequestValues(IHttpContextAccessor requests) : IRequestAccessor
{
    public string? GetRequestValue(string name)
    {
        if (requests.HttpContext?.Request is not { } request)
        {
            return null;
        }

        // The form counts only where it has been read already: reading it here would block.
        var posted = request.HasFormContentType
            ? request
                .HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()
                ?.Form?[name].ToString()
            : null;
        return string.IsNullOrEmpty(posted) ? GetQueryStringValue(name) : posted;
    }

    public string? GetQueryStringValue(string name) => requests.HttpContext?.Request.Query[name].ToString();

    public Uri? GetRequestUrl() =>
        requests.HttpContext is { } context ? new Uri(context.Request.GetEncodedUrl()) : null;
}
