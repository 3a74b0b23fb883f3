namespace NKCSI.Cms.Sync.Import;

/// <summary>Stored items by key and by alias, so that an import looks nothing up twice.</summary>
internal sealed class EntityIndex<TEntity>(Func<TEntity, Guid> key, Func<TEntity, string?> alias)
    where TEntity : class
{
    private readonly Dictionary<Guid, TEntity> byKey = [];
    private readonly Dictionary<string, TEntity> byAlias = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<TEntity> All => byKey.Values;

    public EntityIndex<TEntity> Load(IEnumerable<TEntity> entities)
    {
        byKey.Clear();
        byAlias.Clear();
        foreach (var entity in entities)
        {
            Put(entity);
        }
        return this;
    }

    public void Put(TEntity entity)
    {
        if (byKey.TryGetValue(key(entity), out var former) && alias(former) is { } formerAlias)
        {
            byAlias.Remove(formerAlias);
        }
        byKey[key(entity)] = entity;
        if (alias(entity) is { } name)
        {
            byAlias[name] = entity;
        }
    }

    /// <summary>An item that a file knows under another key: what refers to the file's key means this item.</summary>
    public void Link(Guid fileKey, TEntity entity) => byKey.TryAdd(fileKey, entity);

    public void Remove(Guid entityKey)
    {
        if (byKey.Remove(entityKey, out var entity) && alias(entity) is { } name)
        {
            byAlias.Remove(name);
        }
    }

    public TEntity? Find(Guid entityKey) => byKey.GetValueOrDefault(entityKey);

    public TEntity? FindAlias(string? name) => name is null ? null : byAlias.GetValueOrDefault(name);

    /// <summary>By key, then by alias: uSync's order.</summary>
    public TEntity? Find(Guid entityKey, string? name) => Find(entityKey) ?? FindAlias(name);
}
