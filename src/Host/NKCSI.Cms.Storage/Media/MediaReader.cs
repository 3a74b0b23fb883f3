using NKCSI.Cms.Storage.Content;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Constants = Umbraco.Cms.Core.Constants;
using MediaItem = Umbraco.Cms.Core.Models.Media;

namespace NKCSI.Cms.Storage.Media;

/// <summary>Makes media items of joined rows; their values are read in one statement.</summary>
internal sealed class MediaReader(PropertyDataStore properties, IMediaTypeRepository types)
{
    /// <param name="records">The rows.</param>
    /// <param name="propertyAliases">The properties to fill; null for all.</param>
    public IReadOnlyList<IMedia> Read(
        IReadOnlyCollection<ContentRecord> records,
        IReadOnlyCollection<string>? propertyAliases = null
    )
    {
        var typesById = records
            .Select(record => record.Content.ContentTypeId)
            .Distinct()
            .ToDictionary(id => id, TypeOf);
        var values = properties.Read(
            propertyAliases is { Count: 0 } ? [] : [.. records.Select(record => record.Version.Id)]
        );
        return
        [
            .. records.Select(record =>
            {
                var type = typesById[record.Content.ContentTypeId];
                var media = Build(record, type);
                media.DisableChangeTracking();
                if (propertyAliases is not { Count: 0 })
                {
                    media.Properties = properties.Compose(
                        propertyAliases is null
                            ? type.CompositionPropertyTypes
                            : type.CompositionPropertyTypes.Where(property =>
                                propertyAliases.Contains(property.Alias, StringComparer.OrdinalIgnoreCase)
                            ),
                        values,
                        record.Version.Id,
                        publishedVersionId: 0
                    );
                }

                media.ResetDirtyProperties(false);
                media.EnableChangeTracking();
                return media;
            }),
        ];
    }

    private static MediaItem Build(ContentRecord record, IMediaType type)
    {
        var (node, version) = (record.Node, record.Version);
        var media = new MediaItem(node.Name, node.ParentId, type, new PropertyCollection());
        media.DisableChangeTracking();
        media.Id = node.Id;
        media.Key = node.Key;
        media.VersionId = version.Id;
        media.Path = node.Path;
        media.Level = node.Level;
        media.SortOrder = node.SortOrder;
        media.Trashed = node.Trashed;
        media.CreatorId = node.UserId ?? Constants.Security.UnknownUserId;
        media.WriterId = version.UserId ?? Constants.Security.UnknownUserId;
        media.CreateDate = node.CreateDate;
        media.UpdateDate = version.VersionDate;
        media.EnableChangeTracking();
        return media;
    }

    private IMediaType TypeOf(int id) =>
        types.Get(id) ?? throw new InvalidOperationException($"There is no media type with id {id}.");
}
