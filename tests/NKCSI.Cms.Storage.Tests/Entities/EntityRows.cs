using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Media;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core;

namespace NKCSI.Cms.Storage.Tests.Entities;

/// <summary>Writes the rows of nodes by hand: light entities are tried without the repositories that write them.</summary>
internal sealed class EntityRows(StorageHarness storage)
{
    private static readonly DateTime Date = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    public NodeRow DocumentType(string alias, bool variant = false)
    {
        var node = Node(alias, Constants.ObjectTypes.DocumentType);
        Insert(
            new ContentTypeRow
            {
                NodeId = node.Id,
                Alias = alias,
                Icon = "icon-document",
                Thumbnail = "folder.png",
                Variations = variant ? 1 : 0,
            }
        );
        return node;
    }

    public NodeRow Document(string name, NodeRow type, NodeRow? parent = null, bool published = false)
    {
        var node = Content(name, Constants.ObjectTypes.Document, type.Id, parent);
        Insert(
            new DocumentRow
            {
                NodeId = node.Id,
                Published = published,
                Edited = !published,
            }
        );
        return node;
    }

    public void Culture(NodeRow document, int languageId, string name, bool published) =>
        Insert(
            new DocumentCultureRow
            {
                NodeId = document.Id,
                LanguageId = languageId,
                Name = name,
                Available = true,
                Published = published,
                Edited = !published,
            }
        );

    public NodeRow Media(string name, int typeId, string? path)
    {
        var node = Content(name, Constants.ObjectTypes.Media, typeId, parent: null);
        var version = storage.InScope(() =>
            storage.Get<ScopedDatabase>().Context.Set<ContentVersionRow>().Single(row => row.NodeId == node.Id)
        );
        Insert(new MediaVersionRow { Id = version.Id, Path = path });
        return node;
    }

    public NodeRow Node(string name, Guid objectType, NodeRow? parent = null, bool trashed = false)
    {
        var parentPath = parent?.Path ?? "-1";
        var node = new NodeRow
        {
            Key = Guid.NewGuid(),
            Name = name,
            ObjectType = objectType,
            ParentId = parent?.Id ?? -1,
            Level = (parent?.Level ?? 0) + 1,
            Path = parentPath,
            Trashed = trashed,
            CreateDate = Date,
            UserId = -1,
        };
        storage.InScope(() =>
        {
            var context = storage.Get<ScopedDatabase>().Context;
            node.SortOrder = context
                .Set<NodeRow>()
                .Count(row => row.ParentId == node.ParentId && row.ObjectType == objectType);
            context.Insert(node);
            node.Path = $"{parentPath},{node.Id}";
            context.Update(node);
            context.SaveChanges();
            context.ChangeTracker.Clear();
        });
        return node;
    }

    private NodeRow Content(string name, Guid objectType, int typeId, NodeRow? parent)
    {
        var node = Node(name, objectType, parent);
        Insert(new ContentRow { NodeId = node.Id, ContentTypeId = typeId });
        Insert(
            new ContentVersionRow
            {
                NodeId = node.Id,
                Name = name,
                Current = true,
                VersionDate = Date.AddHours(1),
            }
        );
        return node;
    }

    private void Insert<TRow>(TRow row)
        where TRow : class => storage.InScope(() => storage.Get<ScopedDatabase>().Context.Insert(row));
}
