using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.DeliveryApi;

namespace NKCSI.Cms.DeliveryApi.Requests;

/// <summary>Whether drafts are asked for: the header <c>Preview: true</c>. The key is checked by the access service.</summary>
internal sealed class RequestPreview(IHttpContextAccessor http) : IRequestPreviewService
{
    public bool IsPreview() =>
        string.Equals(http.HttpContext?.Request.Headers["Preview"], "true", StringComparison.OrdinalIgnoreCase);
}
