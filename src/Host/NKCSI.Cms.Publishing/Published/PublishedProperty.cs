using NKCSI.Cms.Publishing.Snapshots;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.Published;

/// <summary>
/// A property of a published item: stored values by culture and segment, converted when first asked for and
/// remembered for as long as the converter says. Two threads that ask at the same moment may both convert; they get
/// the same object.
/// </summary>
internal sealed class PublishedProperty : PublishedPropertyBase
{
    private readonly PublishedItem _owner;
    private readonly IReadOnlyList<ValueSnapshot> _stored;
    private readonly bool _preview;
    private readonly PublishedItemContext _context;

    /// <summary>
    /// An invariant property of a variant item still converts per culture: what it refers to may have cultures.
    /// </summary>
    private readonly ContentVariation _variations;

    private readonly ConvertedValues _ofItem = new(lifetime: null);
    private ConvertedValues? _ofAllItems;

    public PublishedProperty(
        IPublishedPropertyType type,
        PublishedItem owner,
        IReadOnlyList<ValueSnapshot> stored,
        bool preview,
        PublishedItemContext context
    )
        : base(type, PropertyCacheLevel.Element)
    {
        _owner = owner;
        _stored = stored;
        _preview = preview;
        _context = context;
        _variations = type.Variations | owner.ContentType.Variations;
    }

    public override bool HasValue(string? culture = null, string? segment = null)
    {
        Contextualize(_variations, ref culture, ref segment);
        return PropertyType.IsValue(GetSourceValue(culture, segment), PropertyValueLevel.Source)
            ?? PropertyType.IsValue(InterValue(culture, segment), PropertyValueLevel.Inter)
            ?? PropertyType.IsValue(GetValue(culture, segment), PropertyValueLevel.Object)
            ?? false;
    }

    public override object? GetSourceValue(string? culture = null, string? segment = null)
    {
        Contextualize(PropertyType.Variations, ref culture, ref segment);
        var storedCulture = PropertyType.Variations.VariesByCulture() ? culture : string.Empty;
        var storedSegment = PropertyType.Variations.VariesBySegment() ? segment : string.Empty;
        foreach (var value in _stored)
        {
            if (
                string.Equals(value.Culture, storedCulture, StringComparison.OrdinalIgnoreCase)
                && string.Equals(value.Segment, storedSegment, StringComparison.OrdinalIgnoreCase)
            )
            {
                return value.Value;
            }
        }

        return null;
    }

    public override object? GetValue(string? culture = null, string? segment = null)
    {
        Contextualize(_variations, ref culture, ref segment);
        return Remembered(
            PropertyType.CacheLevel,
            new ConvertedKey(Conversion.Object, culture, segment),
            () =>
                PropertyType.ConvertInterToObject(
                    _owner,
                    PropertyCacheLevel.Element,
                    InterValue(culture, segment),
                    _preview
                )
        );
    }

    public override object? GetDeliveryApiValue(bool expanding, string? culture = null, string? segment = null)
    {
        Contextualize(_variations, ref culture, ref segment);
        return Remembered(
            expanding ? PropertyType.DeliveryApiCacheLevelForExpansion : PropertyType.DeliveryApiCacheLevel,
            new ConvertedKey(expanding ? Conversion.DeliveryExpanded : Conversion.Delivery, culture, segment),
            () =>
                PropertyType.ConvertInterToDeliveryApiObject(
                    _owner,
                    PropertyCacheLevel.Element,
                    InterValue(culture, segment),
                    _preview,
                    expanding
                )
        );
    }

    private object? InterValue(string? culture, string? segment) =>
        _ofItem.Get(
            new ConvertedKey(Conversion.Inter, culture, segment),
            () => PropertyType.ConvertSourceToInter(_owner, GetSourceValue(culture, segment), _preview)
        );

    private object? Remembered(PropertyCacheLevel level, ConvertedKey key, Func<object?> convert) =>
        level switch
        {
            PropertyCacheLevel.Element => _ofItem.Get(key, convert),
            PropertyCacheLevel.Elements => OfAllItems().Get(key, convert),
            _ => convert(),
        };

    /// <summary>
    /// What depends on other items is kept until any item changes. The lifetime is read before converting, so a value
    /// that a change overtook is kept under the ended one, where nobody looks.
    /// </summary>
    private ConvertedValues OfAllItems()
    {
        var lifetime = _context.Elements.Lifetime;
        var kept = Volatile.Read(ref _ofAllItems);
        if (kept is null || !ReferenceEquals(kept.Lifetime, lifetime))
        {
            kept = new ConvertedValues(lifetime);
            Volatile.Write(ref _ofAllItems, kept);
        }

        return kept;
    }

    private void Contextualize(ContentVariation variations, ref string? culture, ref string? segment)
    {
        _context.Variations.ContextualizeVariation(variations, _owner.Id, Alias, ref culture, ref segment);
        culture ??= string.Empty;
        segment ??= string.Empty;
    }
}
