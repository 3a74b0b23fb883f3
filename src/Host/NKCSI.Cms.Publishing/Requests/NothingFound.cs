using Umbraco.Cms.Core.Routing;

namespace NKCSI.Cms.Publishing.Requests;

/// <summary>
/// No document stands in for those that were not found: the platform and the host answer with pages of their own.
/// </summary>
internal sealed class NothingFound : IContentLastChanceFinder
{
    public Task<bool> TryFindContent(IPublishedRequestBuilder request) => Task.FromResult(false);
}
