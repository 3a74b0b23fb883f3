using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Umbraco.Cms.Core.Net;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Hosting.Requests;

/// <summary>What Core asks of the current request. Outside a request there is nothing to tell.</summary>
internal sealed class RequestAccessor(IHttpContextAccessor contexts) : IRequestAccessor
{
    /// <summary>From the form of a POST, else from the query.</summary>
    public string? GetRequestValue(string name)
    {
        var request = contexts.HttpContext?.Request;
        return request is { HasFormContentType: true } && request.Form.TryGetValue(name, out var value)
            ? value.ToString()
            : GetQueryStringValue(name);
    }

    public string? GetQueryStringValue(string name) => contexts.HttpContext?.Request.Query[name];

    public Uri? GetRequestUrl() =>
        contexts.HttpContext?.Request is { Host.HasValue: true } request ? new Uri(request.GetEncodedUrl()) : null;
}

/// <summary>The address that the audit keeps beside an action.</summary>
internal sealed class RemoteAddress(IHttpContextAccessor contexts) : IIpResolver
{
    public string GetCurrentRequestIpAddress() =>
        contexts.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
}
