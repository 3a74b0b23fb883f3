using NKCSI.Cms.Publishing.PropertyEditors.Pickers;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>Links with the present addresses of what they lead to; links to what is gone are left out.</summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class MultiUrlPickerValueConverter(
    StoredJson stored,
    IPublishedUrlProvider urls,
    IPublishedContentCache contents,
    IPublishedMediaCache media,
    IApiContentRouteBuilder routes,
    IApiContentNameProvider names,
    IApiMediaUrlProvider mediaUrls
) : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    public override bool IsConverter(IPublishedPropertyType propertyType) =>
        propertyType.EditorAlias == Constants.PropertyEditors.Aliases.MultiUrlPicker;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) =>
        IsSingle(propertyType) ? typeof(Link) : typeof(IEnumerable<Link>);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Elements;

    public override bool? IsValue(object? value, PropertyValueLevel level) =>
        level == PropertyValueLevel.Source
            ? value is string { Length: > 0 } text && text != "[]"
            : base.IsValue(value, level);

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview
    ) => StoredLink.From(source, stored);

    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview
    )
    {
        var links = Stored(inter).Select(link => Followed(link, preview)).OfType<Link>();
        return IsSingle(propertyType) ? links.FirstOrDefault() : links.ToArray();
    }

    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) =>
        PropertyCacheLevel.Elements;

    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(IEnumerable<ApiLink>);

    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding
    ) => Stored(inter).Select(link => Delivered(link, preview)).OfType<ApiLink>().ToArray();

    private static IReadOnlyList<StoredLink> Stored(object? inter) => inter as IReadOnlyList<StoredLink> ?? [];

    private static bool IsSingle(IPublishedPropertyType propertyType) =>
        propertyType.DataType.ConfigurationAs<MultiUrlPickerConfiguration>() is { MaxNumber: 1 };

    private Link? Followed(StoredLink link, bool preview)
    {
        if (link.Udi is not { } udi)
        {
            return New(link, LinkType.External, link.Url);
        }

        var isMedia = udi.EntityType == Constants.UdiEntityType.Media;
        var target = isMedia ? media.GetById(preview, udi.Guid) : contents.GetById(preview, udi.Guid);
        return target is null ? null
            : isMedia ? New(link, LinkType.Media, urls.GetMediaUrl(target))
            : New(link, LinkType.Content, urls.GetUrl(target, culture: link.Culture));
    }

    private static Link New(StoredLink link, LinkType type, string? url) =>
        new()
        {
            Name = link.Name,
            Target = link.Target,
            Type = type,
            Udi = link.Udi,
            Url = url + link.QueryString,
        };

    private ApiLink? Delivered(StoredLink link, bool preview)
    {
        switch (link.Udi?.EntityType)
        {
            case Constants.UdiEntityType.Document:
                return
                    contents.GetById(preview, link.Udi.Guid) is { } document
                    && routes.Build(document, link.Culture) is { } route
                    ? ApiLink.Content(
                        Title(link, document),
                        link.QueryString,
                        link.Target,
                        document.Key,
                        document.ContentType.Alias,
                        route,
                        link.Culture
                    )
                    : null;
            case Constants.UdiEntityType.Media:
                return media.GetById(preview, link.Udi.Guid) is { } item
                    ? ApiLink.Media(
                        Title(link, item),
                        mediaUrls.GetUrl(item) + link.QueryString,
                        link.QueryString,
                        link.Target,
                        item.Key,
                        item.ContentType.Alias
                    )
                    : null;
            default:
                return ApiLink.External(link.Name, link.Url + link.QueryString, link.QueryString, link.Target);
        }
    }

    private string Title(StoredLink link, IPublishedContent target) =>
        string.IsNullOrWhiteSpace(link.Name) ? names.GetName(target) : link.Name;
}
