using NKCSI.Catalogue.Vocabularies;

namespace NKCSI.Catalogue.Facets;

/// <summary>The facets of records, in the order in which people are offered them (domain/content-model.md 4).</summary>
public static class CatalogueFacets
{
    public const string Type = "type";
    public const string Theme = "theme";
    public const string TargetGroup = "group";
    public const string District = "district";
    public const string Municipality = "municipality";
    public const string Level = "level";
    public const string Evidence = "evidence";
    public const string Stage = "stage";
    public const string InnovationType = "kind";
    public const string OrganisationType = "organisation";
    public const string MaterialType = "material";
    public const string StoryType = "story";
    public const string Audience = "audience";

    /// <summary>Keys of the documents that a record refers to: who owns it, what it tells of. Not shown as a facet.</summary>
    public const string Related = "related";

    /// <summary>The value of <see cref="Level"/> of a record that was not validated.</summary>
    public const string NotValidated = "none";

    /// <summary>What a visitor of the catalogue of innovations may choose by.</summary>
    public static IReadOnlyList<Facet> OfInnovations { get; } =
    [
        new(Theme, "themes", "Facet.Theme"),
        new(TargetGroup, "targetGroups", "Facet.TargetGroup"),
        new(District, ControlledVocabularies.Districts, "Facet.District"),
        new(Level, "validationLevels", "Facet.Level"),
        new(Stage, "stages", "Facet.Stage"),
    ];

    /// <summary>What a visitor of the list of materials may choose by.</summary>
    public static IReadOnlyList<Facet> OfMaterials { get; } =
    [
        new(MaterialType, "materialTypes", "Facet.MaterialType"),
        new(Audience, "audiences", "Facet.Audience"),
        new(Theme, "themes", "Facet.Theme"),
    ];
}

/// <summary>A facet, the vocabulary of its values, and the dictionary key of its name.</summary>
public sealed record Facet(string Name, string Vocabulary, string TextKey);
