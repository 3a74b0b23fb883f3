using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace NKCSI.Cms.Sync.RelationTypes;

internal sealed record RelationTypeRecord(
    Guid Key,
    string Alias,
    string Name,
    Guid? ParentType,
    Guid? ChildType,
    bool IsBidirectional,
    bool IsDependency,
    IReadOnlyList<(Guid Parent, Guid Child)> Relations
)
{
    public static RelationTypeRecord Read(SyncFile file)
    {
        var info = file.Xml.Find("Info") ?? throw new SyncFileException("Info", "ElementMissing", "Info");
        return new RelationTypeRecord(
            file.Key,
            file.Alias,
            info.Optional("Name") ?? file.Alias,
            NullIfEmpty(info.ElementKeyOrEmpty("ParentType")),
            NullIfEmpty(info.ElementKeyOrEmpty("ChildType")),
            info.Flag("Bidirectional"),
            info.Flag("IsDependency"),
            [
                .. (file.Xml.Find("Relations")?.Elements("Relation") ?? []).Select(relation =>
                    (relation.ElementKey("Parent"), relation.ElementKey("Child"))
                ),
            ]
        );
    }

    private static Guid? NullIfEmpty(Guid key) => key == Guid.Empty ? null : key;
}

/// <summary>Relation types are matched by key, then by alias; relations come along only where the file holds them.</summary>
internal sealed class RelationTypeImporter(IRelationService relations, IIdKeyMap idKeyMap) : IKindImporter
{
    private readonly EntityIndex<IRelationType> types = new(type => type.Key, type => type.Alias);

    public SyncKind Kind => SyncKind.RelationType;

    public async Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files)
    {
        types.Load(relations.GetAllRelationTypes());
        var planned = run.Plan(files, RelationTypeRecord.Read);
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
        if (types.Find(marker.Key) is not { } type)
        {
            return Task.FromResult(false);
        }
        relations.Delete(type);
        types.Remove(marker.Key);
        return Task.FromResult(true);
    }

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles) =>
        Task.FromResult<int?>(null);

    private void ImportOne(ImportRun run, Planned<RelationTypeRecord> item)
    {
        var record = item.Record;
        var existing = types.Find(record.Key, record.Alias);
        if (existing is null)
        {
            var created = new RelationType(
                record.Name,
                record.Alias,
                record.IsBidirectional,
                record.ParentType,
                record.ChildType,
                record.IsDependency,
                record.Key
            );
            relations.Save(created);
            types.Put(created);
            existing = created;
            item.Entry.Created();
        }
        else if (State(existing).DifferencesTo(State(record)) is { Count: > 0 } differences)
        {
            if (run.IsCreateOnly(Kind))
            {
                item.Entry.Skip("CreateOnly");
                return;
            }
            existing.Name = record.Name;
            existing.Alias = record.Alias;
            existing.IsBidirectional = record.IsBidirectional;
            existing.ParentObjectType = record.ParentType;
            existing.ChildObjectType = record.ChildType;
            if (existing is IRelationTypeWithIsDependency dependency)
            {
                dependency.IsDependency = record.IsDependency;
            }
            relations.Save(existing);
            item.Entry.Updated(differences);
        }
        if (record.Relations.Count > 0)
        {
            Relate(item, existing);
        }
    }

    private void Relate(Planned<RelationTypeRecord> item, IRelationType type)
    {
        var stored = (relations.GetAllRelationsByRelationType(type.Id) ?? [])
            .Select(relation => (relation.ParentId, relation.ChildId))
            .ToHashSet();
        foreach (var (parent, child) in item.Record.Relations)
        {
            var parentId = idKeyMap.GetIdForKey(parent, KindOf(type.ParentObjectType));
            var childId = idKeyMap.GetIdForKey(child, KindOf(type.ChildObjectType));
            if (!parentId.Success || !childId.Success)
            {
                item.Entry.Warn("Relations", "RelationEndUnknown", parentId.Success ? child : parent);
            }
            else if (stored.Add((parentId.Result, childId.Result)))
            {
                relations.Relate(parentId.Result, childId.Result, type);
                item.Entry.Updated(["Relations"]);
            }
        }
    }

    private static UmbracoObjectTypes KindOf(Guid? objectType) =>
        objectType is { } key ? ObjectTypes.GetUmbracoObjectType(key) : UmbracoObjectTypes.Unknown;

    private static CanonicalState State(IRelationType type) =>
        State(
            type.Alias,
            type.Name,
            type.ParentObjectType,
            type.ChildObjectType,
            type.IsBidirectional,
            type is IRelationTypeWithIsDependency { IsDependency: true }
        );

    private static CanonicalState State(RelationTypeRecord record) =>
        State(
            record.Alias,
            record.Name,
            record.ParentType,
            record.ChildType,
            record.IsBidirectional,
            record.IsDependency
        );

    private static CanonicalState State(
        string? alias,
        string? name,
        Guid? parentType,
        Guid? childType,
        bool isBidirectional,
        bool isDependency
    ) =>
        new CanonicalState()
            .Add("@Alias", alias)
            .Add("Info/Name", name)
            .Add("Info/ParentType", parentType)
            .Add("Info/ChildType", childType)
            .Add("Info/Bidirectional", isBidirectional)
            .Add("Info/IsDependency", isDependency);
}
