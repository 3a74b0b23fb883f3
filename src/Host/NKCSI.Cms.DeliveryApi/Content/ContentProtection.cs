using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.DeliveryApi.Content;

/// <summary>Protected documents are for members, and there is no member behind a request of this API yet.</summary>
internal sealed class ContentProtection(IPublicAccessService publicAccess)
{
    public bool IsProtected(IPublishedContent content) => publicAccess.IsProtected(content.Path).Success;
}
