using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Documents;

/// <summary>Documents are matched by key alone; parents come first, and publishing follows each save.</summary>
internal sealed class DocumentImporter(IContentService contents) : IKindImporter
{
    private readonly NodeTree<IContent> tree = new(contents.GetByIds, contents.GetById);
    private readonly DocumentPublishing publishing = new(contents);
    private List<Planned<NodeRecord>> planned = [];

    public SyncKind Kind => SyncKind.Content;

    public async Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files)
    {
        planned = NodeTree<IContent>.Order(run.Plan(files, NodeRecord.Read));
        tree.Load(planned);
        await run.EachAsync(ImportStep.Importing, planned, item => ImportOneAsync(run, item));
    }

    public async Task LinkAsync(ImportRun run)
    {
        var keys = planned.Where(item => !item.Entry.IsLeftOut).Select(item => item.Record.Key).ToArray();
        if (keys.Length == 0)
        {
            return;
        }
        var stored = contents.GetContentSchedulesByKeys(keys);
        await run.EachAsync(
            ImportStep.Linking,
            planned,
            item =>
            {
                LinkOne(run, item, stored.TryGetValue(item.Record.Key, out var schedule) ? schedule : []);
                return Task.CompletedTask;
            }
        );
    }

    public Task<bool> DeleteAsync(ImportRun run, SyncMarker marker)
    {
        if (tree.Find(marker.Key) is not { } content)
        {
            return Task.FromResult(false);
        }
        Delete(content);
        return Task.FromResult(true);
    }

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles)
    {
        if (tree.Find(marker.Key) is not { } parent)
        {
            return Task.FromResult<int?>(0);
        }
        var children = contents
            .GetPagedChildren(parent.Id, 0, int.MaxValue, out _, propertyAliases: null, filter: null, ordering: null)
            .Where(child => !keysInFiles.Contains(child.Key))
            .ToList();
        children.ForEach(Delete);
        return Task.FromResult<int?>(children.Count);
    }

    private void Delete(IContent content)
    {
        var result = contents.Delete(content, ImportUser.Id);
        RefusedException.ThrowUnless(result.Success, result.Result);
        tree.Remove(content.Key);
    }

    private Task ImportOneAsync(ImportRun run, Planned<NodeRecord> item)
    {
        var record = item.Record;
        if (record.Trashed && !run.Switches(Kind).ImportTrashed)
        {
            item.Entry.Skip("Trashed");
            return Task.CompletedTask;
        }
        var type =
            run.Site.ContentTypes.FindAlias(record.ContentType)
            ?? throw new SyncFileException("Info/ContentType", "TypeUnknown", record.ContentType);
        var existing = tree.Find(record.Key);
        if (existing is not null && existing.ContentTypeId != type.Id)
        {
            throw new SyncFileException("Info/ContentType", "TypeDiffers", existing.ContentType.Alias, type.Alias);
        }
        var parent = record.Trashed ? null : tree.ParentOf(run, item);
        var wanted = new WantedDocument(
            NodeValues.Names(record, type, run.Site, item.Entry),
            NodeValues.Prepare(record, type, run.Site, item.Entry),
            TemplateOf(run, item),
            record.Trashed ? [] : DocumentPublishing.Wanted(record, type, run.Site, item.Entry)
        );
        if (existing is null)
        {
            Create(item, type, parent, wanted);
        }
        else
        {
            Update(run, item, existing, parent, wanted);
        }
        return Task.CompletedTask;
    }

    private void Create(Planned<NodeRecord> item, IContentType type, IContent? parent, WantedDocument wanted)
    {
        var record = item.Record;
        var content = new Content(record.Name, NodeTree<IContent>.IdOf(parent), type, ImportUser.Id)
        {
            Key = record.Key,
        };
        if (record.CreateDate is { } created)
        {
            content.CreateDate = created;
        }
        Apply(content, record, wanted);
        content.SortOrder = record.SortOrder;
        publishing.Save(content, wanted.Published, item.Entry);
        if (record.Trashed)
        {
            var result = contents.MoveToRecycleBin(content, ImportUser.Id);
            RefusedException.ThrowUnless(result.Success, result.Result);
        }
        tree.Put(content);
        item.Entry.Created();
    }

    private void Update(
        ImportRun run,
        Planned<NodeRecord> item,
        IContent existing,
        IContent? parent,
        WantedDocument wanted
    )
    {
        var record = item.Record;
        var ignoreSortOrder = run.Switches(Kind).IgnoreSortOrder || record.Trashed;
        var differences = Stored(existing, wanted, ignoreSortOrder, record.Trashed)
            .DifferencesTo(Wanted(record, parent, wanted, ignoreSortOrder));
        if (differences.Count == 0)
        {
            return;
        }
        if (run.IsCreateOnly(Kind))
        {
            item.Entry.Skip("CreateOnly");
            return;
        }
        var content = existing;
        if (
            record.Trashed != content.Trashed
            || (!record.Trashed && content.ParentId != NodeTree<IContent>.IdOf(parent))
        )
        {
            content = Move(content, parent, record.Trashed);
        }
        Apply(content, record, wanted);
        if (!ignoreSortOrder)
        {
            content.SortOrder = record.SortOrder;
        }
        publishing.Save(content, wanted.Published, item.Entry);
        tree.Put(content);
        item.Entry.Updated(differences);
    }

    private IContent Move(IContent content, IContent? parent, bool toBin)
    {
        var result = toBin
            ? contents.MoveToRecycleBin(content, ImportUser.Id)
            : contents.Move(content, NodeTree<IContent>.IdOf(parent), ImportUser.Id);
        RefusedException.ThrowUnless(result.Success, result.Result);
        return contents.GetById(content.Key) ?? throw new RefusedException(nameof(Move));
    }

    private static void Apply(IContent content, NodeRecord record, WantedDocument wanted)
    {
        NodeValues.Apply(content, wanted.Names);
        NodeValues.Apply(content, wanted.Values);
        if (wanted.Template is not null)
        {
            content.TemplateId = wanted.Template.Id;
        }
        else if (record.TemplateAlias is null && record.TemplateKey == Guid.Empty)
        {
            content.TemplateId = null;
        }
    }

    private static ITemplate? TemplateOf(ImportRun run, Planned<NodeRecord> item)
    {
        var record = item.Record;
        if (record.TemplateAlias is null && record.TemplateKey == Guid.Empty)
        {
            return null;
        }
        var template =
            run.Site.Templates.FindAlias(record.TemplateAlias) ?? run.Site.Templates.Find(record.TemplateKey);
        if (template is null)
        {
            item.Entry.Warn("Info/Template", "TemplateUnknown", record.TemplateAlias ?? record.TemplateKey.ToString());
        }
        return template;
    }

    private static CanonicalState Stored(IContent content, WantedDocument wanted, bool ignoreSortOrder, bool trashed)
    {
        var state = new CanonicalState().Add("Info/Trashed", content.Trashed);
        if (!trashed)
        {
            state.Add("Info/Parent", content.ParentId);
        }
        if (!ignoreSortOrder)
        {
            state.Add("Info/SortOrder", content.SortOrder);
        }
        if (wanted.Template is not null)
        {
            state.Add("Info/Template", content.TemplateId);
        }
        NodeValues.AddStoredNames(state, content, wanted.Names);
        NodeValues.AddStoredValues(state, content, wanted.Values);
        DocumentPublishing.AddStoredState(state, content);
        return state;
    }

    private static CanonicalState Wanted(
        NodeRecord record,
        IContent? parent,
        WantedDocument wanted,
        bool ignoreSortOrder
    )
    {
        var state = new CanonicalState().Add("Info/Trashed", record.Trashed);
        if (!record.Trashed)
        {
            state.Add("Info/Parent", NodeTree<IContent>.IdOf(parent));
        }
        if (!ignoreSortOrder)
        {
            state.Add("Info/SortOrder", record.SortOrder);
        }
        if (wanted.Template is not null)
        {
            state.Add("Info/Template", wanted.Template.Id);
        }
        NodeValues.AddNames(state, wanted.Names);
        NodeValues.AddValues(state, wanted.Values);
        DocumentPublishing.AddState(state, wanted.Published);
        return state;
    }

    private void LinkOne(ImportRun run, Planned<NodeRecord> item, IEnumerable<ContentSchedule> stored)
    {
        if (tree.Find(item.Record.Key) is not { } content)
        {
            return;
        }
        var ignoreSortOrder = run.Switches(Kind).IgnoreSortOrder || item.Record.Trashed;
        if (!ignoreSortOrder && content.SortOrder != item.Record.SortOrder && !run.IsCreateOnly(Kind))
        {
            // A new document whose position was taken is put at the end; its siblings may have moved since.
            content.SortOrder = item.Record.SortOrder;
            var saved = contents.Save(content, ImportUser.Id);
            RefusedException.ThrowUnless(saved.Success, saved.Result);
        }
        if (
            Schedule(stored.Select(entry => new ScheduleRecord(entry.Culture, entry.Action, entry.Date)))
                .DifferencesTo(Schedule(item.Record.Schedule))
                .Count == 0
        )
        {
            return;
        }
        var schedule = new ContentScheduleCollection();
        foreach (var entry in item.Record.Schedule)
        {
            schedule.Add(new ContentSchedule(entry.Culture, entry.Date, entry.Action) { Id = Guid.Empty });
        }
        contents.PersistContentSchedule(content, schedule);
        item.Entry.Updated(["Info/Schedule"]);
    }

    private static CanonicalState Schedule(IEnumerable<ScheduleRecord> entries)
    {
        var state = new CanonicalState();
        foreach (var entry in entries)
        {
            state.Add($"{entry.Culture.ToLowerInvariant()} {entry.Action}", StoredValue.Canonical(entry.Date));
        }
        return state;
    }

    private sealed record WantedDocument(
        IReadOnlyList<(string? Culture, string Name)> Names,
        IReadOnlyList<PreparedValue> Values,
        ITemplate? Template,
        IReadOnlyList<string> Published
    );
}
