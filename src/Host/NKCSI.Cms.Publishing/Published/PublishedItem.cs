using System.ComponentModel;
using NKCSI.Cms.Publishing.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.Published;

/// <summary>
/// A document or media item as pages, searches and the Delivery API read it. Seen from outside it never changes:
/// what it remembers are values converted from its own snapshot, so one instance serves all requests.
/// </summary>
[ImmutableObject(true)]
internal sealed class PublishedItem : PublishedContentBase
{
    private readonly ContentSnapshot _snapshot;
    private readonly PublishedItemContext _context;
    private readonly bool _preview;
    private IPublishedProperty[]? _properties;
    private IReadOnlyDictionary<string, PublishedCultureInfo>? _cultures;

    public PublishedItem(
        ContentSnapshot snapshot,
        IPublishedContentType contentType,
        bool preview,
        PublishedItemContext context
    )
        : base(context.Variations)
    {
        _snapshot = snapshot;
        _context = context;
        _preview = preview;
        ContentType = contentType;
    }

    public override IPublishedContentType ContentType { get; }

    public override Guid Key => _snapshot.Key;

    public override int Id => _snapshot.Id;

    public override int SortOrder => _snapshot.SortOrder;

    public override int? TemplateId => _snapshot.TemplateId;

    public override int CreatorId => _snapshot.CreatorId;

    public override DateTime CreateDate => _snapshot.CreateDate;

    public override int WriterId => _snapshot.WriterId;

    public override DateTime UpdateDate => _snapshot.UpdateDate;

    public override PublishedItemType ItemType => ContentType.ItemType;

    public override IEnumerable<IPublishedProperty> Properties => PropertyArray;

    public override IReadOnlyDictionary<string, PublishedCultureInfo> Cultures => _cultures ??= BuildCultures();

#pragma warning disable CS0672, CS0618 // Core keeps these abstract until 18: they must be overridden, and Core itself still calls them.
    public override int Level => _snapshot.Level;

    public override string Path => _snapshot.Path;

    public override IPublishedContent? Parent => _context.ParentOf(this);
#pragma warning restore CS0672, CS0618

    private IPublishedProperty[] PropertyArray
    {
        get
        {
            if (_properties is { } built)
            {
                return built;
            }

            // Threads that meet here for the first time must agree on one array, or values would be kept twice.
            var fresh = ContentType.PropertyTypes.Select(BuildProperty).ToArray();
            return Interlocked.CompareExchange(ref _properties, fresh, null) ?? fresh;
        }
    }

    public override IPublishedProperty? GetProperty(string alias)
    {
        var index = ContentType.GetPropertyIndex(alias);
        return index < 0 ? null : PropertyArray[index];
    }

    public override bool IsDraft(string? culture = null)
    {
        if (_snapshot.IsPublishedForm)
        {
            return false;
        }

        return !ContentType.VariesByCulture()
            || (_snapshot.Cultures.TryGetValue(CultureOrCurrent(culture), out var known) && known.IsEdited);
    }

    public override bool IsPublished(string? culture = null) =>
        _snapshot.IsPublished
        && (!ContentType.VariesByCulture() || _snapshot.PublishedCultures.Contains(CultureOrCurrent(culture)));

    private string CultureOrCurrent(string? culture) =>
        culture ?? _context.Variations.VariationContext?.Culture ?? string.Empty;

    private IPublishedProperty BuildProperty(IPublishedPropertyType type) =>
        new PublishedProperty(
            type,
            this,
            _snapshot.Values.TryGetValue(type.Alias, out var values) ? values : [],
            _preview,
            _context
        );

    // As in a genuine Umbraco an invariant item has one entry, under the empty culture.
    private Dictionary<string, PublishedCultureInfo> BuildCultures() =>
        ContentType.VariesByCulture()
            ? _snapshot.Cultures.Values.ToDictionary(
                culture => culture.Culture,
                culture => new PublishedCultureInfo(culture.Culture, culture.Name, culture.UrlSegment, culture.Date),
                StringComparer.OrdinalIgnoreCase
            )
            : new(StringComparer.OrdinalIgnoreCase)
            {
                [string.Empty] = new PublishedCultureInfo(
                    string.Empty,
                    _snapshot.Name,
                    _snapshot.UrlSegment,
                    _snapshot.CreateDate
                ),
            };
}
