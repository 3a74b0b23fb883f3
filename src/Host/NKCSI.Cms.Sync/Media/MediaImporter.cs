using NKCSI.Cms.Sync.Documents;
using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Media;

/// <summary>Media items are matched by key alone.</summary>
internal sealed class MediaImporter(IMediaService media, MediaFiles files) : IKindImporter
{
    private readonly NodeTree<IMedia> tree = new(media.GetByIds, media.GetById);
    private List<Planned<NodeRecord>> planned = [];

    public SyncKind Kind => SyncKind.Media;

    public async Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> syncFiles)
    {
        planned = NodeTree<IMedia>.Order(run.Plan(syncFiles, NodeRecord.Read));
        tree.Load(planned);
        await run.EachAsync(
            ImportStep.Importing,
            planned,
            item =>
            {
                ImportOne(run, item);
                return Task.CompletedTask;
            }
        );
    }

    public Task LinkAsync(ImportRun run) =>
        run.EachAsync(
            ImportStep.Linking,
            planned,
            item =>
            {
                var switches = run.Switches(Kind);
                if (
                    !switches.IgnoreSortOrder
                    && !item.Record.Trashed
                    && !run.IsCreateOnly(Kind)
                    && tree.Find(item.Record.Key) is { } node
                    && node.SortOrder != item.Record.SortOrder
                )
                {
                    // A new item whose position was taken is put at the end; its siblings may have moved since.
                    node.SortOrder = item.Record.SortOrder;
                    Save(node);
                }
                return Task.CompletedTask;
            }
        );

    public Task<bool> DeleteAsync(ImportRun run, SyncMarker marker)
    {
        if (tree.Find(marker.Key) is not { } node)
        {
            return Task.FromResult(false);
        }
        Delete(node);
        return Task.FromResult(true);
    }

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles)
    {
        if (tree.Find(marker.Key) is not { } parent)
        {
            return Task.FromResult<int?>(0);
        }
        var children = media
            .GetPagedChildren(parent.Id, 0, int.MaxValue, out _)
            .Where(child => !keysInFiles.Contains(child.Key))
            .ToList();
        children.ForEach(Delete);
        return Task.FromResult<int?>(children.Count);
    }

    private void ImportOne(ImportRun run, Planned<NodeRecord> item)
    {
        var record = item.Record;
        if (record.Trashed && !run.Switches(Kind).ImportTrashed)
        {
            item.Entry.Skip("Trashed");
            return;
        }
        var type =
            run.Site.MediaTypes.FindAlias(record.ContentType)
            ?? throw new SyncFileException("Info/ContentType", "TypeUnknown", record.ContentType);
        var existing = tree.Find(record.Key);
        if (existing is not null && existing.ContentTypeId != type.Id)
        {
            throw new SyncFileException("Info/ContentType", "TypeDiffers", existing.ContentType.Alias, type.Alias);
        }
        var parent = record.Trashed ? null : tree.ParentOf(run, item);
        var names = NodeValues.Names(record, type, run.Site, item.Entry);
        var values = files.Complete(run, item, type, NodeValues.Prepare(record, type, run.Site, item.Entry));
        if (existing is not null)
        {
            Update(run, item, existing, parent, names, values);
            return;
        }
        var created = new Umbraco.Cms.Core.Models.Media(record.Name, NodeTree<IMedia>.IdOf(parent), type)
        {
            Key = record.Key,
            SortOrder = record.SortOrder,
        };
        if (record.CreateDate is { } date)
        {
            created.CreateDate = date;
        }
        NodeValues.Apply(created, names);
        NodeValues.Apply(created, values);
        Save(created);
        if (record.Trashed)
        {
            Trash(created);
        }
        tree.Put(created);
        item.Entry.Created();
    }

    private void Update(
        ImportRun run,
        Planned<NodeRecord> item,
        IMedia existing,
        IMedia? parent,
        IReadOnlyList<(string? Culture, string Name)> names,
        List<PreparedValue> values
    )
    {
        var record = item.Record;
        var ignoreSortOrder = run.Switches(Kind).IgnoreSortOrder || record.Trashed;
        var stored = new CanonicalState().Add("Info/Trashed", existing.Trashed);
        var wanted = new CanonicalState().Add("Info/Trashed", record.Trashed);
        if (!record.Trashed)
        {
            stored.Add("Info/Parent", existing.ParentId);
            wanted.Add("Info/Parent", NodeTree<IMedia>.IdOf(parent));
        }
        if (!ignoreSortOrder)
        {
            stored.Add("Info/SortOrder", existing.SortOrder);
            wanted.Add("Info/SortOrder", record.SortOrder);
        }
        NodeValues.AddStoredNames(stored, existing, names);
        NodeValues.AddNames(wanted, names);
        NodeValues.AddStoredValues(stored, existing, values);
        NodeValues.AddValues(wanted, values);
        var differences = stored.DifferencesTo(wanted);
        if (differences.Count == 0)
        {
            return;
        }
        if (run.IsCreateOnly(Kind))
        {
            item.Entry.Skip("CreateOnly");
            return;
        }
        var node = existing;
        if (record.Trashed != node.Trashed || (!record.Trashed && node.ParentId != NodeTree<IMedia>.IdOf(parent)))
        {
            node = Move(node, parent, record.Trashed);
        }
        NodeValues.Apply(node, names);
        NodeValues.Apply(node, values);
        if (!ignoreSortOrder)
        {
            node.SortOrder = record.SortOrder;
        }
        Save(node);
        tree.Put(node);
        item.Entry.Updated(differences);
    }

    private IMedia Move(IMedia node, IMedia? parent, bool toBin)
    {
        if (toBin)
        {
            Trash(node);
        }
        else
        {
            var moved = media.Move(node, NodeTree<IMedia>.IdOf(parent), ImportUser.Id);
            RefusedException.ThrowUnless(moved.Success, moved.Result?.Result);
        }
        return media.GetById(node.Key) ?? throw new RefusedException(nameof(Move));
    }

    private void Trash(IMedia node)
    {
        var result = media.MoveToRecycleBin(node, ImportUser.Id);
        RefusedException.ThrowUnless(result.Success, result.Result?.Result);
    }

    private void Save(IMedia node)
    {
        var saved = media.Save(node, ImportUser.Id);
        RefusedException.ThrowUnless(saved.Success, saved.Result?.Result);
    }

    private void Delete(IMedia node)
    {
        var result = media.Delete(node, ImportUser.Id);
        RefusedException.ThrowUnless(result.Success, result.Result?.Result);
        tree.Remove(node.Key);
    }
}
