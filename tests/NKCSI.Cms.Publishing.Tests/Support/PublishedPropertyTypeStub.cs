using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.Tests.Support;

/// <summary>A property type whose converter counts: its values tell which conversion they came from.</summary>
internal sealed class PublishedPropertyTypeStub(
    string alias,
    ContentVariation variations = ContentVariation.Nothing,
    PropertyCacheLevel cacheLevel = PropertyCacheLevel.Element
) : IPublishedPropertyType
{
    private int _conversions;

    public int Conversions => Volatile.Read(ref _conversions);

    public IPublishedContentType? ContentType => null;

    public PublishedDataType DataType { get; } = new(1, "Test.Editor", "Test.Ui", new Lazy<object?>(() => null));

    public string Alias => alias;

    public string EditorAlias => "Test.Editor";

    public string EditorUiAlias => "Test.Ui";

    public bool IsUserProperty => true;

    public ContentVariation Variations => variations;

    public PropertyCacheLevel CacheLevel => cacheLevel;

    public PropertyCacheLevel DeliveryApiCacheLevel => cacheLevel;

    public Type ModelClrType => typeof(string);

    public Type? ClrType => typeof(string);

    public bool? IsValue(object? value, PropertyValueLevel level) => value is not (null or "");

    public object? ConvertSourceToInter(IPublishedElement owner, object? source, bool preview) => source;

    public object? ConvertInterToObject(
        IPublishedElement owner,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview
    ) => inter is null ? null : $"{inter} #{Interlocked.Increment(ref _conversions)}";

    public object? ConvertInterToDeliveryApiObject(
        IPublishedElement owner,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding
    ) => $"{inter} {(expanding ? "expanded" : "plain")}";
}
