using NKCSI.Cms.Publishing.PropertyEditors.Dates;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>A calendar day as <see cref="DateOnly"/>.</summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class DateOnlyValueConverter(StoredJson stored)
    : MomentValueConverter<DateOnly>(Constants.PropertyEditors.Aliases.DateOnly, stored)
{
    protected override DateOnly Value(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime);
}

/// <summary>A time of day as <see cref="TimeOnly"/>.</summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class TimeOnlyValueConverter(StoredJson stored)
    : MomentValueConverter<TimeOnly>(Constants.PropertyEditors.Aliases.TimeOnly, stored)
{
    protected override TimeOnly Value(DateTimeOffset moment) => TimeOnly.FromDateTime(moment.DateTime);
}

/// <summary>A day and time without a zone as <see cref="DateTime"/> of unspecified kind.</summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class DateTimeUnspecifiedValueConverter(StoredJson stored)
    : MomentValueConverter<DateTime>(Constants.PropertyEditors.Aliases.DateTimeUnspecified, stored)
{
    protected override DateTime Value(DateTimeOffset moment) =>
        DateTime.SpecifyKind(moment.DateTime, DateTimeKind.Unspecified);
}

/// <summary>A moment with its distance from UTC as <see cref="DateTimeOffset"/>.</summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class DateTimeWithTimeZoneValueConverter(StoredJson stored)
    : MomentValueConverter<DateTimeOffset>(Constants.PropertyEditors.Aliases.DateTimeWithTimeZone, stored)
{
    protected override DateTimeOffset Value(DateTimeOffset moment) => moment;
}

/// <summary>The part of a stored moment that an editor is about.</summary>
internal abstract class MomentValueConverter<T>(string alias, StoredJson stored) : PropertyValueConverterBase
    where T : struct
{
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == alias;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(T?);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Element;

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview
    ) => StoredMoment.From(source, stored);

    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview
    ) => inter is StoredMoment moment ? Value(moment.Date) : null;

    protected abstract T Value(DateTimeOffset moment);
}
