using NKCSI.Catalogue.Facets;

namespace NKCSI.Catalogue.Indexing;

/// <summary>What of each record type is searched, and by what it can be chosen.</summary>
internal static class RecordTypes
{
    private const double Name = 4;
    private const double Lead = 3;
    private const double Body = 1;

    private static readonly Dictionary<string, RecordType> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["innovation"] = new(
            [
                ("shortName", Name),
                ("code", Name),
                ("summary", Lead),
                ("problem", Body),
                ("solution", Body),
                ("novelty", Body),
                ("relations", Body),
                ("coreComponents", Body),
                ("adaptable", Body),
                ("results", Body),
                ("failures", Body),
                ("requirements", Body),
            ],
            [
                (CatalogueFacets.Stage, "stage"),
                (CatalogueFacets.InnovationType, "innovationTypes"),
                (CatalogueFacets.Evidence, "evidenceLevel"),
                (CatalogueFacets.Level, "validationLevel"),
            ],
            ["owner", "partners", "materials", "courses"]
        ),
        ["caseStudy"] = new(
            [
                ("lead", Lead),
                ("before", Body),
                ("after", Body),
                ("storyBlocks", Body),
                ("lessons", Body),
                ("whatFailed", Body),
            ],
            [(CatalogueFacets.StoryType, "storyType")],
            ["innovation", "organisation"]
        ),
        ["organisation"] = new(
            [("legalName", Name), ("shortName", Name), ("eik", Name), ("description", Body)],
            [(CatalogueFacets.OrganisationType, "orgType")],
            ["memberOf", "regionalCentre"]
        ),
        ["course"] = new(
            [("code", Name), ("summary", Lead), ("goals", Body), ("description", Body)],
            [(CatalogueFacets.Audience, "audiences")],
            ["innovations", "materials"]
        ),
        ["lesson"] = new([("summary", Lead), ("body", Body), ("transcript", Body)], [], ["materials", "glossaryTerms"]),
        ["trainingMaterial"] = new(
            [("preview", Lead), ("author", Body)],
            [(CatalogueFacets.MaterialType, "materialType"), (CatalogueFacets.Audience, "audiences")],
            ["innovations", "courses"]
        ),
        ["expert"] = new([("fullName", Name), ("bio", Body)], [], ["employer"]),
        ["event"] = new([("summary", Lead), ("venue", Body), ("body", Body)], [], ["organiser"]),
        ["news"] = new([("lead", Lead), ("body", Body)], [], ["relatedTo"]),
        ["challenge"] = new(
            [("summary", Lead), ("problem", Body), ("desiredResult", Body)],
            [],
            ["organiser", "relatedInnovations"]
        ),
        ["page"] = new([("intro", Lead), ("body", Body)], [], ["related"]),
        ["glossaryTerm"] = new(
            [("term", Name), ("abbreviation", Name), ("english", Lead), ("definition", Lead), ("longText", Body)],
            [],
            ["relatedTerms"]
        ),
        ["faqItem"] = new([("question", Name), ("answer", Body)], [], ["seeAlso"]),
    };

    public static IReadOnlyCollection<string> Aliases => All.Keys;

    public static RecordType Of(string alias) => All[alias];
}

/// <param name="Texts">Property aliases with the weight of their text.</param>
/// <param name="TermFacets">Facets with the picker of terms that gives their values.</param>
/// <param name="References">Pickers of documents that the record refers to.</param>
internal sealed record RecordType(
    IReadOnlyList<(string Alias, double Weight)> Texts,
    IReadOnlyList<(string Facet, string Alias)> TermFacets,
    IReadOnlyList<string> References
);
