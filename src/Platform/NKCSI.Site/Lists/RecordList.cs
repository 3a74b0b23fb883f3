using NKCSI.Catalogue.Facets;
using NKCSI.Search.Records;

namespace NKCSI.Site.Lists;

/// <summary>What a list page lists, and how one may look through it.</summary>
/// <param name="RecordTypes">Content types that are listed; empty for all.</param>
/// <param name="EmptyKey">The text when nothing is published yet.</param>
/// <param name="WithText">Whether one can search in it.</param>
internal sealed record RecordList(
    IReadOnlyList<string> RecordTypes,
    IReadOnlyList<Facet> Facets,
    RecordSort Sort,
    string EmptyKey,
    bool WithText
)
{
    private static readonly Dictionary<string, RecordList> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["catalogue"] = new(
            ["innovation"],
            CatalogueFacets.OfInnovations,
            RecordSort.Relevance,
            "Empty.Innovations",
            true
        ),
        ["materials"] = new(
            ["trainingMaterial"],
            CatalogueFacets.OfMaterials,
            RecordSort.Relevance,
            "Empty.Materials",
            true
        ),
        ["caseStudies"] = new(["caseStudy"], [], RecordSort.Newest, "Empty.CaseStudies", false),
        ["organisations"] = new(["organisation"], [], RecordSort.Title, "Empty.Organisations", false),
        ["courses"] = new(["course"], [], RecordSort.Newest, "Empty.Courses", false),
        ["events"] = new(["event"], [], RecordSort.Newest, "Empty.Events", false),
        ["newsList"] = new(["news"], [], RecordSort.Newest, "Empty.News", false),
        ["challenges"] = new(["challenge"], [], RecordSort.Newest, "Empty.Challenges", false),
        ["experts"] = new(["expert"], [], RecordSort.Title, "Empty.Experts", false),
        ["searchPage"] = new(
            [],
            [
                new Facet(CatalogueFacets.Type, string.Empty, "Facet.Type"),
                new Facet(CatalogueFacets.Theme, "themes", "Facet.Theme"),
            ],
            RecordSort.Relevance,
            "Empty.List",
            true
        ),
    };

    private static readonly Dictionary<string, string> KindKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["innovation"] = "Innovation.Single",
        ["caseStudy"] = "CaseStudy.Single",
        ["organisation"] = "Organisation.Single",
        ["course"] = "Course.Single",
        ["lesson"] = "Course.Lesson",
        ["trainingMaterial"] = "Material.Single",
        ["event"] = "Event.Single",
        ["news"] = "News.Single",
        ["challenge"] = "Challenge.Single",
        ["expert"] = "Expert.Single",
        ["page"] = "Page.Single",
        ["glossaryTerm"] = "Glossary.Single",
        ["faqItem"] = "Faq.Single",
    };

    /// <summary>The list of a list page's content type.</summary>
    public static RecordList Of(string contentTypeAlias) => All[contentTypeAlias];

    /// <summary>The dictionary key of the name of a record type.</summary>
    public static string KindKey(string recordType) => KindKeys.GetValueOrDefault(recordType, "Page.Single");
}
