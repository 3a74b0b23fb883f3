using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Tags;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>
/// Saves, publishes and unpublishes documents and blueprints. A save changes the current version in place; a publish
/// turns it into the published one and opens a new current version, so that what was published before stays as history.
/// </summary>
internal sealed class DocumentWriter(
    ScopedDatabase database,
    ContentNodeWriter nodes,
    ContentVersionStore versions,
    DocumentNames names,
    PropertyRowBuilder propertyRows,
    PropertyDataStore properties,
    DocumentCultureWriter cultures,
    ContentTags tags,
    IEventAggregator events
)
{
    private CmsDbContext Db => database.Context;

    public void Insert(IContent document, ContentKind kind)
    {
        document.AddingEntity();
        var publishing = document.PublishedState == PublishedState.Publishing;
        document.TemplateId ??= document.ContentType.DefaultTemplate?.Id;
        names.Settle(document, kind, publishing);
        document.SanitizeEntityPropertiesForXmlStorage();

        nodes.Insert(document, kind, mayChooseSortOrder: true);
        if (publishing)
        {
            document.PublishedVersionId = InsertVersion(document, current: false);
        }

        document.VersionId = InsertVersion(document, current: true);
        var values = propertyRows.Build(document, document.VersionId, publishing ? document.PublishedVersionId : 0);
        properties.Insert(values.Rows);

        document.Edited = !publishing || values.Edited;
        Db.Insert(
            new DocumentRow
            {
                NodeId = document.Id,
                Published = publishing,
                Edited = document.Edited,
            }
        );
        if (document.ContentType.VariesByCulture())
        {
            var edited = DocumentCultureWriter.EditedCultures(document, values.EditedCultures);
            cultures.Write(document, edited, document.VersionId, publishing);
        }

        if (publishing)
        {
            tags.Set(document);
        }

        Announce(document);
        Settle(document);
    }

    /// <returns>Whether there was anything to save.</returns>
    /// <exception cref="InvalidOperationException">Somebody else has published the document since it was loaded.</exception>
    public bool Update(IContent document, ContentKind kind)
    {
        var publishing = document.PublishedState == PublishedState.Publishing;
        if (
            document.PublishedState is PublishedState.Published or PublishedState.Unpublished
            && !document.IsDirty()
            && !document.IsAnyUserPropertyDirty()
        )
        {
            return false;
        }

        var current = versions.Current(document);
        document.UpdatingEntity();
        if (document.IsMoving())
        {
            // A descendant of something that moves: nothing but its place changes.
            nodes.Update(document, kind);
            Announce(document);
            document.ResetDirtyProperties();
            return true;
        }

        names.Settle(document, kind, publishing);
        document.SanitizeEntityPropertiesForXmlStorage();
        if (document.IsPropertyDirty(nameof(document.ParentId)))
        {
            nodes.PlaceBelowParent(document, kind);
        }

        nodes.Update(document, kind);
        nodes.UpdateType(document);
        var formerVersionId = document.VersionId;
        WriteVersions(document, current, publishing);
        WriteValues(document, formerVersionId, publishing);
        if (publishing)
        {
            tags.Set(document);
        }

        Announce(document);
        Settle(document);
        return true;
    }

    private void WriteVersions(IContent document, ContentVersionRow current, bool publishing)
    {
        if (publishing && document.PublishedVersionId > 0)
        {
            Db.Set<DocumentVersionRow>()
                .Where(row => row.Id == document.PublishedVersionId)
                .ExecuteUpdate(set => set.SetProperty(row => row.Published, false));
        }

        var version = ContentVersionStore.ToRow(document);
        version.Current = !publishing;
        version.PreventCleanup = current.PreventCleanup;
        Db.Replace(version);
        Db.Replace(
            new DocumentVersionRow
            {
                Id = document.VersionId,
                TemplateId = document.TemplateId,
                Published = publishing,
            }
        );
        if (publishing)
        {
            document.PublishedVersionId = document.VersionId;
            document.VersionId = InsertVersion(document, current: true);
        }
    }

    private void WriteValues(IContent document, int formerVersionId, bool publishing)
    {
        var values = propertyRows.Build(document, document.VersionId, publishing ? document.PublishedVersionId : 0);
        properties.Replace(formerVersionId, values.Rows);

        // Once edited it stays so until it is published: the values in memory may not be those last published.
        var edited = values.Edited || (!publishing && (document.Edited || document.PublishName != document.Name));
        if (document.ContentType.VariesByCulture())
        {
            edited |= DocumentCultureWriter.NamedDifferently(document).Any();
            cultures.Write(
                document,
                DocumentCultureWriter.EditedCultures(document, values.EditedCultures),
                formerVersionId,
                publishing
            );
        }

        // The entity still has its old state here.
        var published = document.PublishedState switch
        {
            PublishedState.Publishing => true,
            PublishedState.Unpublishing => false,
            _ => document.Published,
        };
        document.Edited = !published || edited;
        Db.Set<DocumentRow>()
            .Where(row => row.NodeId == document.Id)
            .ExecuteUpdate(set =>
                set.SetProperty(row => row.Published, published).SetProperty(row => row.Edited, document.Edited)
            );
    }

    private int InsertVersion(IContent document, bool current)
    {
        var version = ContentVersionStore.ToRow(document);
        version.Id = 0;
        version.Current = current;
        Db.Insert(version);
        Db.Insert(
            new DocumentVersionRow
            {
                Id = version.Id,
                TemplateId = document.TemplateId,
                Published = !current,
            }
        );
        return version.Id;
    }

    /// <summary>Tells those who listen inside the transaction, while the entity still shows what is happening to it.</summary>
    private void Announce(IContent document)
    {
#pragma warning disable CS0618 // Core's own handlers rely on it, and there is no successor.
        events.Publish(new ContentRefreshNotification(document, new EventMessages()));
#pragma warning restore CS0618
    }

    /// <summary>The entity becomes what the rows say.</summary>
    private void Settle(IContent document)
    {
        switch (document.PublishedState)
        {
            case PublishedState.Publishing:
                document.Published = true;
                document.PublishTemplateId = document.TemplateId;
                document.PublisherId = document.WriterId;
                document.PublishName = document.Name;
                document.PublishDate = document.UpdateDate;
                break;
            case PublishedState.Unpublishing:
                document.Published = false;
                document.PublishTemplateId = null;
                document.PublisherId = null;
                document.PublishName = null;
                document.PublishDate = null;
                tags.Clear(document);
                break;
        }

        document.ResetDirtyProperties();
    }
}
