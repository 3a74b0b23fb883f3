using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using NKCSI.Catalogue.Facets;
using NKCSI.Catalogue.Vocabularies;
using NKCSI.Search.Records;
using NKCSI.Site.Content;
using NKCSI.Site.Models;

namespace NKCSI.Site.Lists;

/// <summary>A list page: what was asked for in its address, and what was found.</summary>
internal sealed class RecordListModel(IRecordSearch search, ControlledVocabularies vocabularies, SiteContext site)
    : PageModel
{
    private const int PageSize = 12;
    private const int MostPages = 500;
    private const int MostValues = 20;

    public RecordList List { get; private set; } = null!;

    public string Text { get; private set; } = string.Empty;

    public RecordSort Sort { get; private set; }

    /// <summary>Number of the page of results, from 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public int Total { get; private set; }

    public int First => Total == 0 ? 0 : ((Number - 1) * PageSize) + 1;

    public int Last => Math.Min(Number * PageSize, Total);

    public IReadOnlyList<CardView> Cards { get; private set; } = [];

    public IReadOnlyList<FacetView> Facets { get; private set; } = [];

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Text.Length > 0 || Facets.Any(facet => facet.Choices.Any(choice => choice.IsChosen));

    public async Task OnGetAsync(CancellationToken ct)
    {
        List = RecordList.Of(site.Page.ContentType.Alias);
        Text = List.WithText ? Request.Query["q"].ToString().Trim() : string.Empty;
        Sort =
            Enum.TryParse<RecordSort>(Request.Query["sort"], ignoreCase: true, out var sort) && Enum.IsDefined(sort)
                ? sort
                : List.Sort;
        Number = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, MostPages)
            : 1;
        var chosen = List.Facets.ToDictionary(
            facet => facet.Name,
            facet =>
                (IReadOnlyList<string>)
                    [
                        .. Request
                            .Query[facet.Name]
                            .OfType<string>()
                            .Where(value => value.Length > 0)
                            .Distinct(StringComparer.Ordinal)
                            .Take(MostValues),
                    ],
            StringComparer.Ordinal
        );
        var result = await search.SearchAsync(
            new RecordQuery
            {
                Culture = site.Culture,
                Text = Text,
                RecordTypes = List.RecordTypes,
                Chosen = chosen,
                Facets = [.. List.Facets.Select(facet => facet.Name)],
                Sort = Sort,
                Skip = (Number - 1) * PageSize,
                Take = PageSize,
            },
            ct
        );
        Total = result.Total;
        Facets =
        [
            .. List.Facets.Select(facet =>
                ToView(facet, chosen[facet.Name], result.Facets.GetValueOrDefault(facet.Name, []))
            ),
        ];
        var mixed = List.RecordTypes.Count != 1;
        Cards =
        [
            .. result
                .Hits.Select(hit => (Hit: hit, Content: site.Find(hit.Key)))
                .Where(found => found.Content is not null)
                .Select(found => new CardView(
                    found.Content!,
                    mixed ? site.Text(RecordList.KindKey(found.Hit.RecordType)) : null,
                    Text.Length > 0 ? found.Hit.Title : null,
                    Text.Length > 0 && found.Hit.Passages is [var passage, ..] ? passage : null,
                    ShowPicture: !mixed
                )),
        ];
    }

    /// <summary>The address of this list with one thing changed.</summary>
    public string AddressOf(int page) => Address(null, null, page);

    /// <summary>The address without one chosen value, on the first page.</summary>
    public string AddressWithout(string facet, string value) => Address(facet, value, 1);

    private string Address(string? withoutFacet, string? withoutValue, int page)
    {
        var query = new List<KeyValuePair<string, string?>>();
        if (Text.Length > 0)
        {
            query.Add(new("q", Text));
        }

        foreach (var facet in Facets)
        {
            query.AddRange(
                facet
                    .Choices.Where(choice =>
                        choice.IsChosen && !(facet.Name == withoutFacet && choice.Value == withoutValue)
                    )
                    .Select(choice => new KeyValuePair<string, string?>(facet.Name, choice.Value))
            );
        }

        if (Sort != List.Sort)
        {
            query.Add(new("sort", Sort.ToString().ToLowerInvariant()));
        }

        if (page > 1)
        {
            query.Add(new("page", page.ToString(CultureInfo.InvariantCulture)));
        }

        return QueryHelpers.AddQueryString(site.Url(site.Page), query);
    }

    private FacetView ToView(Facet facet, IReadOnlyList<string> chosen, IReadOnlyList<FacetCount> counts)
    {
        var byValue = counts.ToDictionary(count => count.Value, count => count.Count, StringComparer.Ordinal);
        var values = counts.Select(count => count.Value).Union(chosen, StringComparer.Ordinal);
        return new FacetView(
            facet.Name,
            site.Text(facet.TextKey),
            [
                .. values.Select(value => new FacetChoice(
                    value,
                    LabelOf(facet, value),
                    byValue.GetValueOrDefault(value),
                    chosen.Contains(value, StringComparer.Ordinal)
                )),
            ]
        );
    }

    private string LabelOf(Facet facet, string value) =>
        facet.Name == CatalogueFacets.Type ? site.Text(RecordList.KindKey(value))
        : value == CatalogueFacets.NotValidated ? site.Text("Facet.NotValidated")
        : vocabularies.Label(facet.Vocabulary, value, site.Culture);
}
