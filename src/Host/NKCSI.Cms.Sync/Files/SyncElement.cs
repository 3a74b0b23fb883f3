using System.Globalization;
using System.Xml.Linq;

namespace NKCSI.Cms.Sync.Files;

/// <summary>An element of a uSync file with strict, typed reading; every error names the element.</summary>
internal sealed class SyncElement(XElement element, string path)
{
    public string Name => element.Name.LocalName;

    /// <summary>The element's place for messages: empty for the root.</summary>
    public string Path => path;

    /// <summary>Text or CDATA, line ends as XML gives them.</summary>
    public string Value => element.Value;

    public IEnumerable<SyncElement> Elements() => element.Elements().Select(child => Wrap(child));

    public IEnumerable<SyncElement> Elements(string name) => element.Elements(name).Select(child => Wrap(child));

    public SyncElement? Find(string name) => element.Element(name) is { } child ? Wrap(child) : null;

    /// <summary>The child's text without surrounding white space; empty when the child is missing.</summary>
    public string Text(string name) => element.Element(name)?.Value.Trim() ?? string.Empty;

    public string? Optional(string name) => Text(name) is { Length: > 0 } text ? text : null;

    public string Required(string name) =>
        Optional(name) ?? throw new SyncFileException(Join(name), "ElementMissing", name);

    public string? Attribute(string name) => element.Attribute(name)?.Value;

    public string RequiredAttribute(string name) =>
        Attribute(name) is { Length: > 0 } value
            ? value
            : throw new SyncFileException(Join($"@{name}"), "AttributeMissing", name);

    public Guid RequiredKey(string attribute = "Key") => ParseKey(RequiredAttribute(attribute), Join($"@{attribute}"));

    public Guid KeyOrEmpty(string attribute = "Key") =>
        Attribute(attribute) is { Length: > 0 } value ? ParseKey(value, Join($"@{attribute}")) : Guid.Empty;

    public Guid ElementKey(string name) => ParseKey(Required(name), Join(name));

    public Guid ElementKeyOrEmpty(string name) =>
        Optional(name) is { } value ? ParseKey(value, Join(name)) : Guid.Empty;

    public bool Flag(string name, bool missing = false) =>
        Optional(name) is { } value ? ParseFlag(value, Join(name)) : missing;

    public bool AttributeFlag(string name) =>
        Attribute(name) is { Length: > 0 } value && ParseFlag(value, Join($"@{name}"));

    /// <summary>The element's own text as a flag; empty counts as false.</summary>
    public bool AsFlag() => Value.Trim() is { Length: > 0 } value && ParseFlag(value, path);

    public int Number(string name, int missing = 0) => OptionalNumber(name) ?? missing;

    public int? OptionalNumber(string name) => Optional(name) is { } value ? ParseNumber(value, Join(name)) : null;

    public int AttributeNumber(string name, int missing = 0) =>
        Attribute(name) is { Length: > 0 } value ? ParseNumber(value, Join($"@{name}")) : missing;

    /// <summary>A date in UTC: uSync 17 writes sortable dates without a zone.</summary>
    public DateTime? OptionalDate(string name)
    {
        if (Optional(name) is not { } value)
        {
            return null;
        }
        return DateTime.TryParse(
            value,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var date
        )
            ? date
            : throw new SyncFileException(Join(name), "NotADate", value);
    }

    public TEnum Choice<TEnum>(string name, TEnum missing)
        where TEnum : struct, Enum =>
        Optional(name) is not { } value ? missing
        : Enum.TryParse<TEnum>(value, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice
        : throw new SyncFileException(Join(name), "NotAChoice", value, string.Join(", ", Enum.GetNames<TEnum>()));

    private SyncElement Wrap(XElement child) => new(child, Join(child.Name.LocalName));

    private string Join(string name) => path.Length == 0 ? name : $"{path}/{name}";

    private static Guid ParseKey(string value, string place) =>
        Guid.TryParse(value, out var key) ? key : throw new SyncFileException(place, "NotAKey", value);

    private static bool ParseFlag(string value, string place) =>
        value is "1"
        || (
            bool.TryParse(value, out var flag) ? flag
            : value is "0" ? false
            : throw new SyncFileException(place, "NotAFlag", value)
        );

    private static int ParseNumber(string value, string place) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SyncFileException(place, "NotANumber", value);
}
