using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Languages;

/// <summary>The dictionary: a tree of items with a text in each language. Source: contracts/storage/semantics.md 9.</summary>
internal sealed class DictionaryRepository(
    ScopedDatabase database,
    DictionarySet items,
    ILanguageRepository languages,
    IOptionsMonitor<DictionarySettings> settings,
    TimeProvider clock
) : IDictionaryRepository
{
    public IDictionaryItem? Get(int id) => items.Current.Find(id);

    public IDictionaryItem? Get(Guid uniqueId) => items.Current.Find(uniqueId);

    public IDictionaryItem? Get(string key) => items.Current.Find(item => Same(item.ItemKey, key));

    public IEnumerable<IDictionaryItem> GetMany(params int[]? ids) => items.Current.Many(ids);

    /// <summary>Those with the keys; unlike with ids, no key gives no item.</summary>
    public IEnumerable<IDictionaryItem> GetMany(params Guid[] uniqueIds)
    {
        ArgumentNullException.ThrowIfNull(uniqueIds);
        return uniqueIds.Length == 0 ? [] : items.Current.Many(uniqueIds);
    }

    public IEnumerable<IDictionaryItem> GetManyByKeys(params string[] keys)
    {
        var wanted = keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return items.Current.Where(item => wanted.Contains(item.ItemKey));
    }

    public bool Exists(int id) => items.Current.Has(id);

    public IEnumerable<IDictionaryItem> Get(IQuery<IDictionaryItem> query) => items.Current.Matching(query);

    public int Count(IQuery<IDictionaryItem>? query) => items.Current.Count(query);

    public Dictionary<string, Guid> GetDictionaryItemKeyMap() =>
        items.Current.Originals.ToDictionary(item => item.ItemKey, item => item.Key, StringComparer.Ordinal);

    /// <param name="parentId">The item; null for the whole dictionary.</param>
    /// <param name="filter">How the item's key begins, or a text if the settings say so; null for all.</param>
    public IEnumerable<IDictionaryItem> GetDictionaryItemDescendants(Guid? parentId, string? filter = null)
    {
        var children = items.Current.Originals.ToLookup(item => item.ParentId);
        var below = new List<IDictionaryItem>(children[parentId]);
        for (var next = 0; next < below.Count; next++)
        {
            below.AddRange(children[below[next].Key]);
        }

        return Caching.EntitySet<IDictionaryItem>.Clone(
            string.IsNullOrWhiteSpace(filter) ? below : below.Where(item => Matches(item, filter))
        );
    }

    public void Save(IDictionaryItem entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        foreach (var translation in entity.Translations)
        {
            translation.Value = translation.Value.ToValidXmlString();
        }

        if (entity.HasIdentity)
        {
            entity.UpdatingEntity();
            Update(entity);
        }
        else
        {
            entity.AddingEntity();
            Insert(entity);
        }

        WriteTexts(entity);
        items.Evict();
        entity.ResetDirtyProperties();
    }

    /// <summary>Deletes the item with all that is below it.</summary>
    public void Delete(IDictionaryItem entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var keys = GetDictionaryItemDescendants(entity.Key).Select(item => item.Key).Prepend(entity.Key).ToList();
        database.Context.Set<DictionaryTextRow>().Where(row => keys.Contains(row.DictionaryKey)).ExecuteDelete();
        // Children first: each row names its parent.
        foreach (var key in Enumerable.Reverse(keys))
        {
            database.Context.Set<DictionaryRow>().Where(row => row.Key == key).ExecuteDelete();
        }

        items.Evict();
        entity.DeleteDate = clock.GetUtcNow().UtcDateTime;
    }

    private void Insert(IDictionaryItem entity)
    {
        var row = new DictionaryRow
        {
            Key = entity.Key,
            Parent = entity.ParentId,
            ItemKey = entity.ItemKey,
        };
        database.Context.Insert(row);
        entity.Id = row.Id;
    }

    private void Update(IDictionaryItem entity) =>
        database
            .Context.Set<DictionaryRow>()
            .Where(row => row.Id == entity.Id)
            .ExecuteUpdate(set =>
                set.SetProperty(row => row.Key, entity.Key)
                    .SetProperty(row => row.Parent, entity.ParentId)
                    .SetProperty(row => row.ItemKey, entity.ItemKey)
            );

    /// <summary>A text that the item no longer has stays as it was: to take it away one writes an empty one.</summary>
    private void WriteTexts(IDictionaryItem entity)
    {
        var stored = database
            .Context.Set<DictionaryTextRow>()
            .AsTracking()
            .Where(row => row.DictionaryKey == entity.Key)
            .ToDictionary(row => row.LanguageId);
        var written = new List<(IDictionaryTranslation Translation, DictionaryTextRow Row)>();
        foreach (var translation in entity.Translations)
        {
            var languageId = languages.GetIdByIsoCode(translation.LanguageIsoCode)!.Value;
            if (!stored.TryGetValue(languageId, out var row))
            {
                row = new DictionaryTextRow { Value = string.Empty };
                stored.Add(languageId, row);
                database.Context.Add(row);
            }

            row.LanguageId = languageId;
            row.DictionaryKey = entity.Key;
            row.Value = translation.Value;
            written.Add((translation, row));
        }

        database.Context.SaveChanges();
        database.Context.ChangeTracker.Clear();
        foreach (var (translation, row) in written)
        {
            translation.Id = row.Id;
            translation.Key = entity.Key;
        }
    }

    private bool Matches(IDictionaryItem item, string filter)
    {
        var search = settings.CurrentValue;
        var isInKey =
            search.KeySearchMode == DictionaryKeySearchMode.Contains
                ? item.ItemKey.Contains(filter, StringComparison.OrdinalIgnoreCase)
                : item.ItemKey.StartsWith(filter, StringComparison.OrdinalIgnoreCase);
        return isInKey
            || (
                search.EnableValueSearch
                && item.Translations.Any(text => text.Value.StartsWith(filter, StringComparison.OrdinalIgnoreCase))
            );
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
