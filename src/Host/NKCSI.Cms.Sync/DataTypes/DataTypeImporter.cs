using System.Text.Json.Nodes;
using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Folders;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.DataTypes;

/// <summary>Data types are matched by key, then by name. An editor without a class keeps its configuration untouched.</summary>
internal sealed class DataTypeImporter(
    IDataTypeService dataTypes,
    IDataTypeContainerService containers,
    PropertyEditorCollection editors,
    IDataValueEditorFactory valueEditors,
    IConfigurationEditorJsonSerializer serializer
) : IKindImporter
{
    private readonly TypeFolders<IDataType> folders = new(containers);

    public SyncKind Kind => SyncKind.DataType;

    public async Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files)
    {
        var planned = run.Plan(files, DataTypeRecord.Read)
            .OrderBy(item => item.File.Level)
            .ThenBy(item => item.Record.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        await run.EachAsync(ImportStep.Importing, planned, item => ImportOneAsync(run, item));
    }

    public Task LinkAsync(ImportRun run) => Task.CompletedTask;

    public async Task<bool> DeleteAsync(ImportRun run, SyncMarker marker)
    {
        if (run.Site.DataTypes.Find(marker.Key) is null)
        {
            return false;
        }
        var attempt = await dataTypes.DeleteAsync(marker.Key, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
        run.Site.DataTypes.Remove(marker.Key);
        return true;
    }

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles) =>
        Task.FromResult<int?>(null);

    private async Task ImportOneAsync(ImportRun run, Planned<DataTypeRecord> item)
    {
        var record = item.Record;
        var existing = run.Site.DataTypes.Find(record.Key, record.Name);
        if (existing is not null)
        {
            run.Site.DataTypes.Link(record.Key, existing);
            var differences = (await StateAsync(existing)).DifferencesTo(State(record));
            if (differences.Count == 0)
            {
                return;
            }
            if (run.IsCreateOnly(Kind))
            {
                item.Entry.Skip("CreateOnly");
                return;
            }
            await UpdateAsync(run, existing, record);
            item.Entry.Updated(differences);
            return;
        }
        var folder = await folders.EnsureAsync(record.Folder);
        var created = new DataType(EditorOf(record.EditorAlias), serializer, folder?.Id ?? Constants.System.Root)
        {
            Key = record.Key,
            Name = record.Name,
        };
        Apply(created, record);
        var attempt = await dataTypes.CreateAsync(created, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
        run.Site.DataTypes.Put(created);
        item.Entry.Created();
    }

    private async Task UpdateAsync(ImportRun run, IDataType existing, DataTypeRecord record)
    {
        // Core's own move to where a data type already is succeeds, but never completes its scope.
        if (await folders.PathOfAsync(existing.ParentId) != record.Folder)
        {
            var folder = await folders.EnsureAsync(record.Folder);
            var moved = await dataTypes.MoveAsync(existing, folder?.Key, ImportUser.Key);
            RefusedException.ThrowUnless(moved.Success, moved.Status);
        }
        existing.Name = record.Name;
        if (!existing.EditorAlias.Equals(record.EditorAlias, StringComparison.OrdinalIgnoreCase))
        {
            existing.Editor = EditorOf(record.EditorAlias);
        }
        Apply(existing, record);
        var attempt = await dataTypes.UpdateAsync(existing, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
        run.Site.DataTypes.Put(existing);
    }

    private void Apply(IDataType dataType, DataTypeRecord record)
    {
        dataType.EditorUiAlias = record.EditorUiAlias;
        var configuration = dataType.Editor!.GetConfigurationEditor();
        dataType.ConfigurationData = configuration.FromDatabase(record.Configuration.ToJsonString(), serializer);
        if (!IsMissing(dataType.Editor) || !dataType.HasIdentity)
        {
            // The configuration may choose the storage, as that of a label does.
            var valueEditor = dataType.Editor!.GetValueEditor(
                configuration.ToConfigurationObject(dataType.ConfigurationData, serializer)
            );
            dataType.DatabaseType = ValueTypes.ToStorageType(valueEditor.ValueType);
        }
    }

    private IDataEditor EditorOf(string alias) =>
        editors.TryGet(alias, out var editor) ? editor : new MissingPropertyEditor(alias, valueEditors);

    private static bool IsMissing(IDataEditor? editor) => editor is MissingPropertyEditor;

    private async Task<CanonicalState> StateAsync(IDataType dataType) =>
        State(
            dataType.Name,
            dataType.EditorAlias,
            dataType.EditorUiAlias,
            await folders.PathOfAsync(dataType.ParentId),
            JsonNode.Parse(serializer.Serialize(dataType.ConfigurationData))
        );

    private static CanonicalState State(DataTypeRecord record) =>
        State(record.Name, record.EditorAlias, record.EditorUiAlias, record.Folder, record.Configuration);

    private static CanonicalState State(
        string? name,
        string editorAlias,
        string? editorUiAlias,
        string folder,
        JsonNode? configuration
    ) =>
        new CanonicalState()
            .Add("Info/Name", name)
            .Add("Info/EditorAlias", editorAlias)
            .Add("Info/EditorUIAlias", editorUiAlias)
            .Add("Info/Folder", folder)
            .Add("Config", CanonicalJson.Of(configuration));
}
