using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Documents;

/// <summary>Blueprints lie flat at the root and are never published.</summary>
internal sealed class BlueprintImporter(IContentService contents) : IKindImporter
{
    public SyncKind Kind => SyncKind.Blueprint;

    public async Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files)
    {
        var planned = NodeTree<IContent>.Order(run.Plan(files, NodeRecord.Read));
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

    public Task LinkAsync(ImportRun run) => Task.CompletedTask;

    public Task<bool> DeleteAsync(ImportRun run, SyncMarker marker)
    {
        if (contents.GetBlueprintById(marker.Key) is not { } blueprint)
        {
            return Task.FromResult(false);
        }
        contents.DeleteBlueprint(blueprint, ImportUser.Id);
        return Task.FromResult(true);
    }

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles) =>
        Task.FromResult<int?>(null);

    private void ImportOne(ImportRun run, Planned<NodeRecord> item)
    {
        var record = item.Record;
        var type =
            run.Site.ContentTypes.FindAlias(record.ContentType)
            ?? throw new SyncFileException("Info/ContentType", "TypeUnknown", record.ContentType);
        var names = NodeValues.Names(record, type, run.Site, item.Entry);
        var values = NodeValues.Prepare(record, type, run.Site, item.Entry);
        var existing = contents.GetBlueprintById(record.Key);
        if (existing is not null)
        {
            var stored = new CanonicalState();
            NodeValues.AddStoredNames(stored, existing, names);
            NodeValues.AddStoredValues(stored, existing, values);
            var wanted = new CanonicalState();
            NodeValues.AddNames(wanted, names);
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
            item.Entry.Updated(differences);
        }
        var blueprint =
            existing ?? new Content(record.Name, Constants.System.Root, type, ImportUser.Id) { Key = record.Key };
        NodeValues.Apply(blueprint, names);
        NodeValues.Apply(blueprint, values);
        contents.SaveBlueprint(blueprint, createdFromContent: null, ImportUser.Id);
        if (existing is null)
        {
            item.Entry.Created();
        }
    }
}
