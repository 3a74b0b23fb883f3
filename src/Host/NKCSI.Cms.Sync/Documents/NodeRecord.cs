using NKCSI.Cms.Sync.Files;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Sync.Documents;

internal sealed record ValueRecord(string Alias, string? Culture, string? Segment, string Text)
{
    public string Place =>
        (Culture, Segment) switch
        {
            (null, null) => $"Properties/{Alias}",
            (_, null) => $"Properties/{Alias}[{Culture}]",
            _ => $"Properties/{Alias}[{Culture},{Segment}]",
        };
}

internal sealed record ScheduleRecord(string Culture, ContentScheduleAction Action, DateTime Date);

/// <summary>A document, blueprint or media item as its file describes it.</summary>
internal sealed record NodeRecord
{
    public required Guid Key { get; init; }

    public required Guid ParentKey { get; init; }

    public required string ParentName { get; init; }

    /// <summary>Names of the item and its parents, made safe for aliases; serves when the parent's key is unknown.</summary>
    public required string Path { get; init; }

    public required bool Trashed { get; init; }

    public required string ContentType { get; init; }

    /// <summary>UTC; null leaves the time of the import.</summary>
    public required DateTime? CreateDate { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyDictionary<string, string> CultureNames { get; init; }

    public required int SortOrder { get; init; }

    public required bool Published { get; init; }

    public required IReadOnlyDictionary<string, bool> PublishedCultures { get; init; }

    public required IReadOnlyList<ScheduleRecord> Schedule { get; init; }

    public required Guid TemplateKey { get; init; }

    public required string? TemplateAlias { get; init; }

    public required IReadOnlyList<ValueRecord> Values { get; init; }

    public static NodeRecord Read(SyncFile file)
    {
        var info = file.Xml.Find("Info") ?? throw new SyncFileException("Info", "ElementMissing", "Info");
        var names = info.Find("NodeName");
        var published = info.Find("Published");
        var cultureNames = ByCulture(names?.Elements("Name"), name => name.Value);
        var name = names?.Attribute("Default") is { Length: > 0 } given
            ? given
            : cultureNames.Values.FirstOrDefault(text => text.Length > 0)
                ?? throw new SyncFileException("Info/NodeName", "NameMissing");
        return new NodeRecord
        {
            Key = file.Key,
            ParentKey = info.Find("Parent")?.KeyOrEmpty() ?? Guid.Empty,
            ParentName = info.Text("Parent"),
            Path = info.Text("Path"),
            Trashed = info.Flag("Trashed"),
            ContentType = info.Required("ContentType"),
            CreateDate = info.OptionalDate("CreateDate"),
            Name = name,
            CultureNames = cultureNames,
            SortOrder = info.Number("SortOrder"),
            Published = published?.AttributeFlag("Default") ?? false,
            PublishedCultures = ByCulture(published?.Elements("Published"), flag => flag.AsFlag()),
            Schedule = [.. (info.Find("Schedule")?.Elements("ContentSchedule") ?? []).Select(ReadSchedule)],
            TemplateKey = info.Find("Template")?.KeyOrEmpty() ?? Guid.Empty,
            TemplateAlias = info.Optional("Template"),
            Values =
            [
                .. (file.Xml.Find("Properties")?.Elements() ?? []).SelectMany(property =>
                    property
                        .Elements("Value")
                        .Select(value => new ValueRecord(
                            property.Name,
                            NullIfEmpty(value.Attribute("Culture")),
                            NullIfEmpty(value.Attribute("Segment")),
                            value.Value
                        ))
                ),
            ],
        };
    }

    private static ScheduleRecord ReadSchedule(SyncElement schedule) =>
        new(
            schedule.Optional("Culture") ?? schedule.Attribute("Culture") ?? string.Empty,
            schedule.Choice("Action", ContentScheduleAction.Release),
            schedule.OptionalDate("Date")
                ?? throw new SyncFileException($"{schedule.Path}/Date", "ElementMissing", "Date")
        );

    private static Dictionary<string, TValue> ByCulture<TValue>(
        IEnumerable<SyncElement>? elements,
        Func<SyncElement, TValue> read
    )
    {
        var found = new Dictionary<string, TValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in elements ?? [])
        {
            found[element.RequiredAttribute("Culture")] = read(element);
        }
        return found;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
