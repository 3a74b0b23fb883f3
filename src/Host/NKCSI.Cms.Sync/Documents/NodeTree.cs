using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Import;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Sync.Documents;

/// <summary>The stored items that an import of documents or media touches, loaded in batches, and how files order into a tree.</summary>
internal sealed class NodeTree<TNode>(
    Func<IReadOnlyList<Guid>, IEnumerable<TNode>> loadMany,
    Func<Guid, TNode?> loadOne
)
    where TNode : class, IContentBase
{
    private const int BatchSize = 200;

    private readonly Dictionary<Guid, TNode> byKey = [];
    private readonly Dictionary<string, Guid> byPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Guid> absent = [];

    public void Load(IReadOnlyList<Planned<NodeRecord>> planned)
    {
        foreach (var batch in planned.Select(item => item.Record.Key).Chunk(BatchSize))
        {
            foreach (var node in loadMany(batch))
            {
                byKey[node.Key] = node;
            }
            absent.UnionWith(batch.Where(key => !byKey.ContainsKey(key)));
        }
        foreach (var item in planned)
        {
            byPath.TryAdd(item.Record.Path, item.Record.Key);
        }
    }

    public TNode? Find(Guid key)
    {
        if (byKey.TryGetValue(key, out var known) || absent.Contains(key))
        {
            return known;
        }
        if (loadOne(key) is { } loaded)
        {
            byKey[key] = loaded;
            return loaded;
        }
        absent.Add(key);
        return null;
    }

    public void Put(TNode node)
    {
        byKey[node.Key] = node;
        absent.Remove(node.Key);
    }

    public void Remove(Guid key)
    {
        byKey.Remove(key);
        absent.Add(key);
    }

    /// <summary>By level and position, but never a child before its parent.</summary>
    public static List<Planned<NodeRecord>> Order(IReadOnlyList<Planned<NodeRecord>> read)
    {
        var items = read.ToDictionary(item => item.Record.Key);
        return ParentsFirst.Order(
            [
                .. read.OrderBy(item => item.File.Level)
                    .ThenBy(item => item.Record.SortOrder)
                    .ThenBy(item => item.File.Path, StringComparer.OrdinalIgnoreCase),
            ],
            item => items.TryGetValue(item.Record.ParentKey, out var parent) ? [parent] : [],
            item => item.Entry.Fail(new SyncFileException("Info/Parent", "ParentMissing", item.Record.ParentName))
        );
    }

    /// <summary>The parent by key, then by path; null is the root.</summary>
    /// <exception cref="SyncFileException">The parent's file failed, or it is unknown and settings want it.</exception>
    public TNode? ParentOf(ImportRun run, Planned<NodeRecord> item)
    {
        var record = item.Record;
        if (record.ParentKey == Guid.Empty)
        {
            return null;
        }
        if (Find(record.ParentKey) is { } parent)
        {
            return parent;
        }
        if (run.HasFailed(item.File.Kind, record.ParentKey))
        {
            throw new SyncFileException("Info/Parent", "ParentFailed", record.ParentName);
        }
        if (
            record.Path.LastIndexOf('/') is var cut and > 0
            && byPath.TryGetValue(record.Path[..cut], out var key)
            && Find(key) is { } byName
        )
        {
            return byName;
        }
        if (run.FailsOnMissingParent(item.File.Kind))
        {
            throw new SyncFileException("Info/Parent", "ParentMissing", record.ParentName);
        }
        item.Entry.Warn("Info/Parent", "ParentUnknown", record.ParentName);
        return null;
    }

    public static int IdOf(TNode? parent) => parent?.Id ?? Constants.System.Root;
}
