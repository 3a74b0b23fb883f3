using NKCSI.Catalogue.Facets;
using NKCSI.Search.Records;
using NKCSI.Site.Content;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Site.Lists;

/// <summary>Finds records of a kind: the newest, how many there are, or those that refer to a document.</summary>
internal sealed class RelatedRecords(IRecordSearch search, SiteContext site)
{
    /// <summary>Records of the kind that refer to the document, such as the stories of an innovation.</summary>
    public Task<IReadOnlyList<IPublishedContent>> ReferringToAsync(string recordType, Guid key, CancellationToken ct) =>
        FindAsync(recordType, 12, Choice(CatalogueFacets.Related, [key.ToString("D")]), ct);

    /// <summary>Innovations that share a theme with the document, itself left out.</summary>
    public async Task<IReadOnlyList<IPublishedContent>> SharingThemesAsync(
        IPublishedContent content,
        CancellationToken ct
    )
    {
        var themes = site.Picked(content, "themes").Select(site.Code).ToList();
        if (themes.Count == 0)
        {
            return [];
        }

        var found = await FindAsync(content.ContentType.Alias, 4, Choice(CatalogueFacets.Theme, themes), ct);
        return [.. found.Where(other => other.Key != content.Key).Take(3)];
    }

    public Task<IReadOnlyList<IPublishedContent>> NewestAsync(string recordType, int count, CancellationToken ct) =>
        FindAsync(recordType, count, Choice(string.Empty, []), ct);

    public async Task<int> CountAsync(string recordType, CancellationToken ct) =>
        (
            await search.SearchAsync(
                new RecordQuery
                {
                    Culture = site.Culture,
                    RecordTypes = [recordType],
                    Take = 1,
                },
                ct
            )
        ).Total;

    /// <summary>How many different values of a facet the records of a kind have.</summary>
    public async Task<int> CountValuesAsync(string recordType, string facet, CancellationToken ct) => (
            await search.SearchAsync(
                new RecordQuery
                {
                    Culture = site.Culture,
                    RecordTypes = [recordType],
                    Facets = [facet],
                    Take = 1,
                },
                ct
            )
        ).Facets[facet].Count;

    private static Dictionary<string, IReadOnlyList<string>> Choice(string facet, IReadOnlyList<string> values) =>
        new(StringComparer.Ordinal) { [facet] = values };

    private async Task<IReadOnlyList<IPublishedContent>> FindAsync(
        string recordType,
        int count,
        Dictionary<string, IReadOnlyList<string>> chosen,
        CancellationToken ct
    )
    {
        var result = await search.SearchAsync(
            new RecordQuery
            {
                Culture = site.Culture,
                RecordTypes = [recordType],
                Chosen = chosen,
                Sort = RecordSort.Newest,
                Take = count,
            },
            ct
        );
        return [.. result.Hits.Select(hit => site.Find(hit.Key)).OfType<IPublishedContent>()];
    }
}
