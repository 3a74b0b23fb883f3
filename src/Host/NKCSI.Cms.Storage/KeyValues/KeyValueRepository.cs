using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.KeyValues;

/// <summary>Settings and states of the system. They are read rarely, so nothing is cached.</summary>
internal sealed class KeyValueRepository(ScopedDatabase database) : IKeyValueRepository
{
    public IKeyValue? Get(string? id) => Find(row => row.Key == id).Select(ToModel).SingleOrDefault();

    public IEnumerable<IKeyValue> GetMany(params string[]? ids) =>
        ids is { Length: > 0 }
            ? [.. Find(row => ids.Contains(row.Key)).Select(ToModel)]
            : [.. Find(_ => true).Select(ToModel)];

    public bool Exists(string id) => Find(row => row.Key == id).Any();

    public IReadOnlyDictionary<string, string?> FindByKeyPrefix(string keyPrefix) =>
        Find(row => row.Key.StartsWith(keyPrefix))
            .ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);

    public IEnumerable<IKeyValue> Get(IQuery<IKeyValue> query) => GetMany().Matching(query);

    public int Count(IQuery<IKeyValue>? query) => query is null ? Find(_ => true).Count() : Get(query).Count();

    public void Save(IKeyValue entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var changed = database
            .Context.Set<KeyValueRow>()
            .Where(row => row.Key == entity.Identifier)
            .ExecuteUpdate(set =>
                set.SetProperty(row => row.Value, entity.Value).SetProperty(row => row.Updated, entity.UpdateDate)
            );
        if (changed == 0)
        {
            database.Context.Insert(
                new KeyValueRow
                {
                    Key = entity.Identifier,
                    Value = entity.Value,
                    Updated = entity.UpdateDate,
                }
            );
        }
    }

    public void Delete(IKeyValue entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        database.Context.Set<KeyValueRow>().Where(row => row.Key == entity.Identifier).ExecuteDelete();
    }

    private IQueryable<KeyValueRow> Find(System.Linq.Expressions.Expression<Func<KeyValueRow, bool>> condition) =>
        database.Context.Set<KeyValueRow>().Where(condition);

    private static KeyValue ToModel(KeyValueRow row) =>
        new()
        {
            Identifier = row.Key,
            Value = row.Value,
            UpdateDate = row.Updated,
        };
}
