using NKCSI.Catalogue.Facets;
using NKCSI.Search.Records;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace NKCSI.Catalogue.Indexing;

/// <summary>Maps the published records of the platform for search.</summary>
internal sealed class RecordMapper(
    IPublishedValueFallback fallback,
    IVariationContextAccessor variation,
    IDocumentNavigationQueryService navigation,
    IPublishedContentCache contents
) : ISearchRecordMapper
{
    /// <summary>Names of themes, groups, places and owners are searched too, above running text and below the lead.</summary>
    private const double NameOfTerm = 2;

    private static readonly string[] PlacePickers = ["municipalities", "municipality", "seat"];

    public IReadOnlyCollection<string> RecordTypes => Indexing.RecordTypes.Aliases;

    public SearchRecord? Map(IPublishedContent content, string culture)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (
            content.Value<bool>(fallback, "hideFromSearch")
            || content.Name(variation, culture) is not { Length: > 0 } title
        )
        {
            return null;
        }

        var type = Indexing.RecordTypes.Of(content.ContentType.Alias);
        var texts = type
            .Texts.Select(field => new WeightedText(
                field.Alias,
                PlainText.Of(content, field.Alias, culture),
                field.Weight
            ))
            .Where(text => text.Text.Length > 0)
            .ToList();
        var facets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [CatalogueFacets.Related] =
            [
                .. type
                    .References.SelectMany(alias => Picked(content, alias))
                    .Select(picked => picked.Key.ToString("D")),
            ],
        };
        AddTerms(content, culture, CatalogueFacets.Theme, "themes", facets, texts);
        AddTerms(content, culture, CatalogueFacets.TargetGroup, "targetGroups", facets, texts);
        foreach (var (facet, alias) in type.TermFacets)
        {
            AddTerms(content, culture, facet, alias, facets, texts);
        }

        if (content.ContentType.Alias == "innovation" && facets[CatalogueFacets.Level].Count == 0)
        {
            facets[CatalogueFacets.Level] = [CatalogueFacets.NotValidated];
        }

        AddPlaces(content, culture, facets, texts);
        AddNames(texts, type.References.Take(2).SelectMany(alias => Picked(content, alias)), culture);
        return new SearchRecord
        {
            Key = content.Key,
            Culture = culture,
            RecordType = content.ContentType.Alias,
            Title = title,
            Date =
                content.Value<DateOnly?>(fallback, "date")?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
                ?? content.CreateDate,
            Texts = texts,
            Facets = facets,
        };
    }

    private void AddTerms(
        IPublishedContent content,
        string culture,
        string facet,
        string alias,
        Dictionary<string, IReadOnlyList<string>> facets,
        List<WeightedText> texts
    )
    {
        var terms = Picked(content, alias).ToList();
        facets[facet] = [.. terms.Select(Code).Where(code => code.Length > 0)];
        AddNames(texts, terms, culture);
    }

    /// <summary>A record of a municipality is found in its district too.</summary>
    private void AddPlaces(
        IPublishedContent content,
        string culture,
        Dictionary<string, IReadOnlyList<string>> facets,
        List<WeightedText> texts
    )
    {
        var municipalities = PlacePickers.SelectMany(alias => Picked(content, alias)).ToList();
        var districts = municipalities
            .Select(municipality => navigation.TryGetParentKey(municipality.Key, out var parent) ? parent : null)
            .OfType<Guid>()
            .Distinct()
            .Select(key => contents.GetById(key))
            .OfType<IPublishedContent>()
            .ToList();
        facets[CatalogueFacets.Municipality] = [.. municipalities.Select(Code).Where(code => code.Length > 0)];
        facets[CatalogueFacets.District] = [.. districts.Select(Code).Where(code => code.Length > 0)];
        AddNames(texts, municipalities.Concat(districts), culture);
    }

    private void AddNames(List<WeightedText> texts, IEnumerable<IPublishedContent> named, string culture)
    {
        var names = string.Join(
            '\n',
            named.Select(content => content.Name(variation, culture)).Where(name => !string.IsNullOrEmpty(name))
        );
        if (names.Length > 0)
        {
            texts.Add(new WeightedText("names", names, NameOfTerm));
        }
    }

    private IEnumerable<IPublishedContent> Picked(IPublishedContent content, string alias) =>
        content.Value<object>(fallback, alias) switch
        {
            IPublishedContent one => [one],
            IEnumerable<IPublishedContent> many => many,
            _ => [],
        };

    private string Code(IPublishedContent term) => term.Value<string>(fallback, "code") ?? string.Empty;
}
