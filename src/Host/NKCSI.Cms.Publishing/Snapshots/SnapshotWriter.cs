using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.Snapshots;

/// <summary>Takes the published or the draft form out of an entity, which holds both.</summary>
internal sealed class SnapshotWriter(IShortStringHelper shortStrings, UrlSegmentProviderCollection segmentProviders)
{
    private static readonly IReadOnlyDictionary<string, CultureSnapshot> NoCultures = new Dictionary<
        string,
        CultureSnapshot
    >(StringComparer.OrdinalIgnoreCase);

    private static readonly IReadOnlySet<string> NoCultureNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The form asked for, or null if the document has none: it is in the bin, or not published.</summary>
    public ContentSnapshot? Document(IContent document, bool draft)
    {
        if (document.Trashed || (!draft && !document.Published))
        {
            return null;
        }

        var published = document.Published ? PublishedCultures(document) : NoCultureNames;
        return new ContentSnapshot
        {
            Id = document.Id,
            Key = document.Key,
            ContentTypeId = document.ContentTypeId,
            Name = (draft ? document.Name : document.PublishName) ?? document.Name ?? string.Empty,
            UrlSegment = document.ContentType.VariesByCulture() ? null : Segment(document, null, draft),
            SortOrder = document.SortOrder,
            Level = document.Level,
            Path = document.Path,
            TemplateId = draft ? document.TemplateId : document.PublishTemplateId,
            CreatorId = document.CreatorId,
            CreateDate = document.CreateDate,
            WriterId = draft ? document.WriterId : document.PublisherId ?? document.WriterId,
            UpdateDate = draft ? document.UpdateDate : document.PublishDate ?? document.UpdateDate,
            IsPublishedForm = !draft,
            IsPublished = document.Published,
            PublishedCultures = published,
            Cultures = Cultures(document, draft),
            Values = Values(document.Properties, draft ? null : published),
        };
    }

    /// <summary>Media have one form only; null if the item is in the bin.</summary>
    public ContentSnapshot? Media(IMedia media) =>
        media.Trashed
            ? null
            : new ContentSnapshot
            {
                Id = media.Id,
                Key = media.Key,
                ContentTypeId = media.ContentTypeId,
                Name = media.Name ?? string.Empty,
                UrlSegment = media.GetUrlSegment(shortStrings, segmentProviders),
                SortOrder = media.SortOrder,
                Level = media.Level,
                Path = media.Path,
                CreatorId = media.CreatorId,
                CreateDate = media.CreateDate,
                WriterId = media.WriterId,
                UpdateDate = media.UpdateDate,
                IsPublishedForm = true,
                IsPublished = true,
                PublishedCultures = NoCultureNames,
                Cultures = NoCultures,
                Values = Values(media.Properties, publishedCultures: null),
            };

    private static HashSet<string> PublishedCultures(IContent document) =>
        document.ContentType.VariesByCulture()
            ? document.PublishedCultures.ToHashSet(StringComparer.OrdinalIgnoreCase)
            : new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    private IReadOnlyDictionary<string, CultureSnapshot> Cultures(IContent document, bool draft)
    {
        var infos = draft ? document.CultureInfos : document.PublishCultureInfos;
        if (infos is null || !document.ContentType.VariesByCulture())
        {
            return NoCultures;
        }

        var cultures = new Dictionary<string, CultureSnapshot>(StringComparer.OrdinalIgnoreCase);
        foreach (var info in infos)
        {
            if (!string.IsNullOrWhiteSpace(info.Name))
            {
                cultures[info.Culture] = new CultureSnapshot(
                    info.Culture,
                    info.Name,
                    Segment(document, info.Culture, draft),
                    info.Date,
                    draft && document.IsCultureEdited(info.Culture)
                );
            }
        }

        return cultures;
    }

    private string? Segment(IContent document, string? culture, bool draft) =>
        document.GetUrlSegment(shortStrings, segmentProviders, culture, published: !draft);

    /// <summary>
    /// A published form keeps only values of published cultures: unpublishing one culture leaves its rows behind.
    /// </summary>
    private static Dictionary<string, IReadOnlyList<ValueSnapshot>> Values(
        IPropertyCollection properties,
        IReadOnlySet<string>? publishedCultures
    )
    {
        var values = new Dictionary<string, IReadOnlyList<ValueSnapshot>>(
            properties.Count,
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var property in properties)
        {
            var stored = new List<ValueSnapshot>(property.Values.Count);
            foreach (var value in property.Values)
            {
                var held = publishedCultures is null ? value.EditedValue : value.PublishedValue;
                var isOfForm =
                    publishedCultures is null
                    || string.IsNullOrEmpty(value.Culture)
                    || publishedCultures.Contains(value.Culture);
                if (
                    held is not null
                    && isOfForm
                    && property.PropertyType.SupportsVariation(value.Culture, value.Segment)
                )
                {
                    stored.Add(new ValueSnapshot(value.Culture ?? string.Empty, value.Segment ?? string.Empty, held));
                }
            }

            if (stored.Count > 0)
            {
                values[property.Alias] = stored.ToArray();
            }
        }

        return values;
    }
}
