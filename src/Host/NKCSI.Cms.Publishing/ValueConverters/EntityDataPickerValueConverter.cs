using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>Entities of a package's own data source, by the keys that it gives them.</summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class EntityDataPickerValueConverter(StoredJson stored) : PropertyValueConverterBase
{
    public override bool IsConverter(IPublishedPropertyType propertyType) =>
        propertyType.EditorAlias == Constants.PropertyEditors.Aliases.EntityDataPicker;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(PickedData);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Element;

    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview
    ) =>
        stored.Read<StoredPicks>(inter) is { Ids: { } ids }
        && propertyType.DataType.ConfigurationAs<EntityDataPickerConfiguration>()
            is { DataSource.Length: > 0 } configuration
            ? new PickedData(ids, configuration.DataSource)
            : null;

    /// <summary>The picks and the data source that knows them.</summary>
    internal sealed record PickedData(IReadOnlyList<string> Ids, string DataSource);

    private sealed class StoredPicks
    {
        public string[]? Ids { get; set; }
    }
}
