using NKCSI.Catalogue.Facets;

namespace NKCSI.Site.Lists;

/// <summary>
/// What the choices of the home page's blocks stand for. The keys are the stored values of the dropdowns
/// „Показател на началната страница" and „Последно публикувани" (docs/content-model.md), not texts of the site.
/// </summary>
internal static class HomeBlocks
{
    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["иновации"] = new("innovation", "catalogue"),
        ["иновации в каталога"] = new("innovation", "catalogue"),
        ["истории"] = new("caseStudy", "caseStudies"),
        ["обучения"] = new("course", "courses"),
        ["материали"] = new("trainingMaterial", "materials"),
        ["събития"] = new("event", "events"),
        ["новини"] = new("news", "newsList"),
        ["предизвикателства"] = new("challenge", "challenges"),
        ["организации"] = new("organisation", "organisations"),
        ["общини с иновации"] = new("innovation", "catalogue", CatalogueFacets.Municipality),
    };

    /// <summary>The kind of records of a choice; null for a choice that the site does not know.</summary>
    public static Kind? Of(string? choice) => choice is null ? null : Kinds.GetValueOrDefault(choice);

    /// <param name="Section">The alias of the list page.</param>
    /// <param name="Facet">The facet whose different values are counted, instead of the records.</param>
    internal sealed record Kind(string RecordType, string Section, string? Facet = null);
}
