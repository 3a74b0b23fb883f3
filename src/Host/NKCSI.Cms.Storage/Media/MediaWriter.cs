using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Tags;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Media;

/// <summary>Saves media items: always in place, with the path of their file beside the version.</summary>
internal sealed class MediaWriter(
    ScopedDatabase database,
    ContentNodeWriter nodes,
    ContentVersionStore versions,
    SiblingNames names,
    PropertyRowBuilder propertyRows,
    PropertyDataStore properties,
    ContentTags tags,
    MediaUrlGeneratorCollection urlGenerators,
    IEventAggregator events
)
{
    private CmsDbContext Db => database.Context;

    public void Insert(IMedia media)
    {
        media.AddingEntity();
        media.Name = names.MakeUnique(ContentKind.Media, media);
        media.SanitizeEntityPropertiesForXmlStorage();

        nodes.Insert(media, ContentKind.Media, mayChooseSortOrder: false);
        var version = ContentVersionStore.ToRow(media);
        version.Id = 0;
        Db.Insert(version);
        media.VersionId = version.Id;
        Db.Insert(new MediaVersionRow { Id = version.Id, Path = FilePath(media) });
        properties.Insert(propertyRows.Build(media, media.VersionId, publishedVersionId: 0).Rows);
        tags.Set(media);
        Finish(media);
    }

    /// <exception cref="InvalidOperationException">The item does not have the version that the database has.</exception>
    public void Update(IMedia media)
    {
        var current = versions.Current(media);
        media.UpdatingEntity();
        if (media.IsMoving())
        {
            // A descendant of something that moves: nothing but its place changes.
            nodes.Update(media, ContentKind.Media);
            Finish(media);
            return;
        }

        media.Name = names.MakeUnique(ContentKind.Media, media);
        media.SanitizeEntityPropertiesForXmlStorage();
        if (media.IsPropertyDirty(nameof(media.ParentId)))
        {
            nodes.PlaceBelowParent(media, ContentKind.Media);
        }

        nodes.Update(media, ContentKind.Media);
        nodes.UpdateType(media);
        var version = ContentVersionStore.ToRow(media);
        version.PreventCleanup = current.PreventCleanup;
        Db.Replace(version);
        Db.Replace(new MediaVersionRow { Id = version.Id, Path = FilePath(media) });
        properties.Replace(version.Id, propertyRows.Build(media, version.Id, publishedVersionId: 0).Rows);
        tags.Set(media);
        Finish(media);
    }

    private void Finish(IMedia media)
    {
#pragma warning disable CS0618 // Core's own handlers rely on it, and there is no successor.
        events.Publish(new MediaRefreshNotification(media, new EventMessages()));
#pragma warning restore CS0618
        media.ResetDirtyProperties();
    }

    /// <summary>The path within the media folder, as the editor of the file property understands its value.</summary>
    private string? FilePath(IMedia media) =>
        media.Properties.TryGetValue(Constants.Conventions.Media.File, out var file)
        && urlGenerators.TryGetMediaPath(file.PropertyType.PropertyEditorAlias, file.GetValue(), out var path)
            ? path
            : null;
}
