using NKCSI.Search.Records;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace NKCSI.Search.Lucene.Records;

/// <summary>Reads what is to be indexed from the published content: published on its whole path, public, mapped.</summary>
internal sealed class PublishedRecords(
    IDocumentNavigationQueryService navigation,
    IPublishStatusQueryService status,
    IPublishedContentCache contents,
    IPublicAccessService publicAccess,
    IVariationContextAccessor variation,
    IEnumerable<ISearchRecordMapper> mappers
)
{
    private readonly Dictionary<string, ISearchRecordMapper> _mappers = mappers
        .SelectMany(mapper => mapper.RecordTypes.Select(type => (type, mapper)))
        .ToDictionary(pair => pair.type, pair => pair.mapper, StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys of all documents of types that are indexed, in the order of the tree.</summary>
    public IEnumerable<Guid> AllKeys()
    {
        if (!navigation.TryGetRootKeys(out var roots))
        {
            yield break;
        }

        foreach (var root in roots)
        {
            yield return root;
            foreach (var key in Descendants(root))
            {
                yield return key;
            }
        }
    }

    /// <summary>The documents below one, wherever it is: in the tree or in the bin.</summary>
    public IEnumerable<Guid> Descendants(Guid key) =>
        navigation.TryGetDescendantsKeys(key, out var below) || navigation.TryGetDescendantsKeysInBin(key, out below)
            ? below
            : [];

    /// <summary>The record of a document in a culture; null when the public may not find it there.</summary>
    public async Task<SearchRecord?> ReadAsync(Guid key, string culture)
    {
        if (!status.IsDocumentPublished(key, culture) || !status.HasPublishedAncestorPath(key, culture))
        {
            return null;
        }

        var content = await contents.GetByIdAsync(key, preview: false);
        if (
            content is null
            || !_mappers.TryGetValue(content.ContentType.Alias, out var mapper)
            || publicAccess.IsProtected(content.Path).Success
        )
        {
            return null;
        }

        variation.VariationContext = new VariationContext(culture);
        return mapper.Map(content, culture);
    }
}
