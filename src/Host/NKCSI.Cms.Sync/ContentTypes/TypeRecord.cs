using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Folders;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Sync.ContentTypes;

/// <summary>A reference as uSync writes it: the key first, the alias where the key is unknown.</summary>
internal sealed record TypeReference(Guid Key, string Alias, int SortOrder = 0)
{
    public static TypeReference Read(SyncElement element) =>
        new(element.KeyOrEmpty(), element.Value.Trim(), element.AttributeNumber("SortOrder"));
}

internal sealed record TabRecord(Guid Key, string Name, string Alias, PropertyGroupType Type, int SortOrder);

internal sealed record PropertyRecord(
    string Place,
    Guid Key,
    string Name,
    string Alias,
    Guid Definition,
    string EditorAlias,
    bool Mandatory,
    string? MandatoryMessage,
    string? Validation,
    string? ValidationMessage,
    string? Description,
    int SortOrder,
    bool LabelOnTop,
    ContentVariation Variations,
    string? TabAlias,
    bool CanEdit,
    bool CanView,
    bool IsSensitive
);

/// <summary>A document, media or member type as its file describes it.</summary>
internal sealed record TypeRecord
{
    public required Guid Key { get; init; }

    public required string Alias { get; init; }

    public required string Name { get; init; }

    public required string? Icon { get; init; }

    public required string? Thumbnail { get; init; }

    public required string? Description { get; init; }

    public required bool AllowAtRoot { get; init; }

    public required Guid ListView { get; init; }

    public required ContentVariation Variations { get; init; }

    public required bool IsElement { get; init; }

    public required bool PreventCleanup { get; init; }

    public required int? KeepAllVersionsNewerThanDays { get; init; }

    public required int? KeepLatestVersionPerDayForDays { get; init; }

    public required string Folder { get; init; }

    public required TypeReference? Parent { get; init; }

    public required IReadOnlyList<TypeReference> Compositions { get; init; }

    public required string? DefaultTemplate { get; init; }

    public required IReadOnlyList<TypeReference> AllowedTemplates { get; init; }

    public required IReadOnlyList<TypeReference> Structure { get; init; }

    public required IReadOnlyList<TabRecord> Tabs { get; init; }

    public required IReadOnlyList<PropertyRecord> Properties { get; init; }

    public static TypeRecord Read(SyncFile file)
    {
        var info = file.Xml.Find("Info") ?? throw new SyncFileException("Info", "ElementMissing", "Info");
        var cleanup = info.Find("HistoryCleanup");
        return new TypeRecord
        {
            Key = file.Key,
            Alias = file.Alias,
            Name = info.Required("Name"),
            Icon = info.Optional("Icon"),
            Thumbnail = info.Optional("Thumbnail"),
            Description = info.Optional("Description"),
            AllowAtRoot = info.Flag("AllowAtRoot"),
            ListView = info.ElementKeyOrEmpty("ListView"),
            Variations = info.Choice("Variations", ContentVariation.Nothing),
            IsElement = info.Flag("IsElement"),
            PreventCleanup = cleanup?.Flag("PreventCleanup") ?? false,
            KeepAllVersionsNewerThanDays = cleanup?.OptionalNumber("KeepAllVersionsNewerThanDays"),
            KeepLatestVersionPerDayForDays = cleanup?.OptionalNumber("KeepLatestVersionPerDayForDays"),
            Folder = TypeFolders<IContentType>.Decode(info.Text("Folder")),
            Parent =
                info.Find("Parent") is { } parent && parent.Value.Trim().Length > 0 ? TypeReference.Read(parent) : null,
            Compositions = [.. References(info.Find("Compositions"))],
            DefaultTemplate = info.Optional("DefaultTemplate"),
            AllowedTemplates = [.. References(info.Find("AllowedTemplates"))],
            Structure = [.. References(file.Xml.Find("Structure"))],
            Tabs = [.. (file.Xml.Find("Tabs")?.Elements("Tab") ?? []).Select(ReadTab)],
            Properties = ReadProperties(file.Xml),
        };
    }

    private static IEnumerable<TypeReference> References(SyncElement? list) =>
        (list?.Elements() ?? []).Select(TypeReference.Read);

    private static TabRecord ReadTab(SyncElement tab)
    {
        var name = tab.Required("Caption");
        return new TabRecord(
            tab.ElementKey("Key"),
            name,
            tab.Required("Alias"),
            tab.Choice("Type", PropertyGroupType.Group),
            tab.Number("SortOrder")
        );
    }

    private static List<PropertyRecord> ReadProperties(SyncElement xml)
    {
        var tabs = (xml.Find("Tabs")?.Elements("Tab") ?? []).ToList();
        var properties = (xml.Find("GenericProperties")?.Elements("GenericProperty") ?? [])
            .Select(property => ReadProperty(property, tabs))
            .ToList();
        foreach (var twice in properties.GroupBy(property => property.Alias, StringComparer.OrdinalIgnoreCase))
        {
            if (twice.Count() > 1)
            {
                throw new SyncFileException(twice.First().Place, "DuplicateProperty", twice.Key);
            }
        }
        return properties;
    }

    private static PropertyRecord ReadProperty(SyncElement property, List<SyncElement> tabs)
    {
        var alias = property.Required("Alias");
        return new PropertyRecord(
            $"GenericProperties/{alias}",
            property.ElementKey("Key"),
            property.Required("Name"),
            alias,
            property.ElementKeyOrEmpty("Definition"),
            property.Text("Type"),
            property.Flag("Mandatory"),
            property.Optional("MandatoryMessage"),
            property.Optional("Validation"),
            property.Optional("ValidationRegExpMessage"),
            property.Optional("Description"),
            property.Number("SortOrder"),
            property.Flag("LabelOnTop"),
            property.Choice("Variations", ContentVariation.Nothing),
            TabAliasOf(property.Find("Tab"), tabs),
            property.Flag("CanEdit"),
            property.Flag("CanView"),
            property.Flag("IsSensitive")
        );
    }

    private static string? TabAliasOf(SyncElement? tab, List<SyncElement> tabs)
    {
        if (tab is null)
        {
            return null;
        }
        if (tab.Attribute("Alias") is { Length: > 0 } alias)
        {
            return alias;
        }
        // Older files name the tab by its caption alone.
        var caption = tab.Value.Trim();
        return tabs.Find(known => known.Text("Caption") == caption)?.Optional("Alias");
    }
}
