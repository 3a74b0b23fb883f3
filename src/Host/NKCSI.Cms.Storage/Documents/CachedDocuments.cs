using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>Single documents by id and key, from the cache where they are there.</summary>
internal sealed class CachedDocuments(
    ScopedDatabase database,
    DocumentRows rows,
    DocumentReader reader,
    EntityCache<IContent> cache
)
{
    public IContent? Get(ContentKind kind, int id) => GetMany(kind, [id]).FirstOrDefault();

    public IContent? Get(ContentKind kind, Guid key) => GetMany(kind, [key]).FirstOrDefault();

    /// <summary>The documents in the order of the ids; all documents when no id is given.</summary>
    public IEnumerable<IContent> GetMany(ContentKind kind, int[] ids)
    {
        if (ids.Length == 0)
        {
            return reader.Read([.. rows.Current(kind)]);
        }

        var found = ids.Distinct()
            .Select(id => cache.TryGet<IContent>(EntityCache<IContent>.KeyOf(id)))
            .OfType<IContent>()
            .Where(document => IsOf(kind, document))
            .ToDictionary(document => document.Id);
        var missing = ids.Where(id => !found.ContainsKey(id)).Distinct().ToArray();
        foreach (
            var document in Load(
                missing.Length,
                rows.Current(kind).Where(record => EF.Parameter(missing).Contains(record.Node.Id))
            )
        )
        {
            found[document.Id] = document;
        }

        return [.. ids.Distinct().Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>The documents in the order of the keys; all documents when no key is given.</summary>
    public IEnumerable<IContent> GetMany(ContentKind kind, Guid[] keys)
    {
        if (keys.Length == 0)
        {
            return reader.Read([.. rows.Current(kind)]);
        }

        var found = keys.Distinct()
            .Select(key => cache.TryGet<IContent>(EntityCache<IContent>.KeyOf(key)))
            .OfType<IContent>()
            .Where(document => IsOf(kind, document))
            .ToDictionary(document => document.Key);
        var missing = keys.Where(key => !found.ContainsKey(key)).Distinct().ToArray();
        foreach (
            var document in Load(
                missing.Length,
                rows.Current(kind).Where(record => EF.Parameter(missing).Contains(record.Node.Key))
            )
        )
        {
            found[document.Key] = document;
        }

        return [.. keys.Distinct().Where(found.ContainsKey).Select(key => found[key])];
    }

    /// <summary>Their rows were changed past the writer.</summary>
    public void Evict(IReadOnlyCollection<int> ids)
    {
        var array = ids.ToArray();
        var nodes = database
            .Context.Set<NodeRow>()
            .Where(node => EF.Parameter(array).Contains(node.Id))
            .Select(node => new { node.Id, node.Key })
            .ToList();
        foreach (var node in nodes)
        {
            cache.Evict(node.Id, node.Key);
        }
    }

    /// <summary>Ids are shared by all kinds, and so is the cache.</summary>
    private static bool IsOf(ContentKind kind, IContent document) =>
        document.Blueprint == (kind == ContentKind.Blueprint);

    private IReadOnlyList<IContent> Load(int count, IQueryable<ContentRecord> records)
    {
        if (count == 0)
        {
            return [];
        }

        var documents = reader.Read([.. records]);
        foreach (var document in documents)
        {
            cache.Put(EntityCache<IContent>.KeyOf(document.Id), document);
            cache.Put(EntityCache<IContent>.KeyOf(document.Key), document);
        }

        return documents;
    }
}
