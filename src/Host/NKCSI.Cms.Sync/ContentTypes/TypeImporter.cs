using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Folders;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.ContentTypes;

/// <summary>
/// What document, media and member types have in common: matched by key, then by alias; compositions first; allowed
/// children in the second pass, when every type is there.
/// </summary>
internal abstract class TypeImporter<TType>(
    IContentTypeBaseService<TType> types,
    IEntityTypeContainerService<TType> containers,
    TypeShape shape
) : IKindImporter
    where TType : class, IContentTypeComposition
{
    private readonly TypeFolders<TType> folders = new(containers);
    private List<Planned<TypeRecord>> planned = [];

    public abstract SyncKind Kind { get; }

    protected abstract EntityIndex<TType> Index(SiteModel site);

    protected abstract TType New(int parentId, TType? parent, string alias);

    public async Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files)
    {
        var read = run.Plan(files, TypeRecord.Read)
            .OrderBy(item => item.File.Level)
            .ThenBy(item => item.Record.Alias, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var byKey = read.ToDictionary(item => item.Record.Key);
        var byAlias = read.ToLookup(item => item.Record.Alias, StringComparer.OrdinalIgnoreCase);
        planned = ParentsFirst.Order(
            read,
            item =>
                item.Record.Compositions.Concat(item.Record.Parent is { } parent ? [parent] : [])
                    .SelectMany(reference =>
                        byKey.TryGetValue(reference.Key, out var known) ? [known] : byAlias[reference.Alias]
                    ),
            item => item.Entry.Fail(new SyncFileException("Info/Compositions", "CompositionCycle", item.Record.Alias))
        );
        await run.EachAsync(ImportStep.Importing, planned, item => ImportOneAsync(run, item));
        run.Site.LoadTypes();
    }

    public Task LinkAsync(ImportRun run) => run.EachAsync(ImportStep.Linking, planned, item => LinkOneAsync(run, item));

    public async Task<bool> DeleteAsync(ImportRun run, SyncMarker marker)
    {
        if (Index(run.Site).Find(marker.Key) is null)
        {
            return false;
        }
        var status = await types.DeleteAsync(marker.Key, ImportUser.Key);
        RefusedException.ThrowUnless(
            status == Umbraco.Cms.Core.Services.OperationStatus.ContentTypeOperationStatus.Success,
            status
        );
        Index(run.Site).Remove(marker.Key);
        return true;
    }

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles) =>
        Task.FromResult<int?>(null);

    private async Task ImportOneAsync(ImportRun run, Planned<TypeRecord> item)
    {
        var record = item.Record;
        var index = Index(run.Site);
        var wanted = ResolvedType.Resolve(
            record,
            run.Site,
            reference => index.Find(reference.Key, reference.Alias),
            item.Entry
        );
        var newPropertiesOnly = run.Switches(Kind).NewPropertiesOnly;
        var existing = index.Find(record.Key, record.Alias);
        if (existing is null)
        {
            await CreateAsync(item, wanted, index);
            return;
        }
        var folder = wanted.Parent is null ? record.Folder : string.Empty;
        var storedFolder = wanted.Parent is null ? await folders.PathOfAsync(existing.ParentId) : string.Empty;
        var differences = TypeState
            .Of(existing, storedFolder, wanted, newPropertiesOnly)
            .DifferencesTo(TypeState.Of(wanted, folder, existing is IContentType, existing is IMemberType));
        if (differences.Count == 0)
        {
            return;
        }
        if (run.IsCreateOnly(Kind))
        {
            item.Entry.Skip("CreateOnly");
            return;
        }
        if (folder != storedFolder)
        {
            await MoveAsync(existing, folder);
        }
        shape.Apply(existing, wanted, newPropertiesOnly);
        await SaveAsync(existing);
        index.Put(existing);
        item.Entry.Updated(differences);
    }

    private async Task CreateAsync(Planned<TypeRecord> item, ResolvedType wanted, EntityIndex<TType> index)
    {
        var folder = wanted.Parent is null ? await folders.EnsureAsync(item.Record.Folder) : null;
        var type = New(
            wanted.Parent?.Id ?? folder?.Id ?? Constants.System.Root,
            wanted.Parent as TType,
            item.Record.Alias
        );
        type.Key = item.Record.Key;
        shape.Apply(type, wanted, newPropertiesOnly: false);
        var attempt = await types.CreateAsync(type, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Result);
        index.Put(type);
        item.Entry.Created();
    }

    private async Task MoveAsync(TType type, string folder)
    {
        var container = await folders.EnsureAsync(folder);
        var moved = await types.MoveAsync(type.Key, container?.Key);
        RefusedException.ThrowUnless(moved.Success, moved.Status);
        if (moved.Result is { } now)
        {
            type.ParentId = now.ParentId;
            type.Path = now.Path;
            type.Level = now.Level;
        }
    }

    private async Task SaveAsync(TType type)
    {
        var attempt = await types.UpdateAsync(type, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Result);
    }

    private async Task LinkOneAsync(ImportRun run, Planned<TypeRecord> item)
    {
        var index = Index(run.Site);
        if (index.Find(item.Record.Key, item.Record.Alias) is not { } type)
        {
            return;
        }
        var allowed = new List<ContentTypeSort>();
        foreach (var reference in item.Record.Structure.OrderBy(known => known.SortOrder))
        {
            if (index.Find(reference.Key, reference.Alias) is { } child)
            {
                allowed.Add(new ContentTypeSort(child.Key, reference.SortOrder, child.Alias));
            }
            else
            {
                item.Entry.Warn("Structure", "AllowedTypeUnknown", reference.Alias);
            }
        }
        if (
            Structure(type.AllowedContentTypes ?? []).DifferencesTo(Structure(allowed)).Count == 0
            || run.IsCreateOnly(Kind)
        )
        {
            return;
        }
        type.AllowedContentTypes = allowed;
        await SaveAsync(type);
        item.Entry.Updated(["Structure"]);
    }

    private static CanonicalState Structure(IEnumerable<ContentTypeSort> allowed)
    {
        var state = new CanonicalState();
        foreach (var child in allowed)
        {
            state.Add($"Structure/{child.Key:D}", child.SortOrder);
        }
        return state;
    }
}
