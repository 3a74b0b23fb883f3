using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Languages;

/// <summary>All dictionary items with their texts, read in two statements and cached.</summary>
internal sealed class DictionarySet(ScopedDatabase database, LanguageSet languages, EntityCache<IDictionaryItem> cache)
{
    private static readonly string CacheKey = RepositoryCacheKeys.GetKey<IDictionaryItem>() + "set";

    public EntitySet<IDictionaryItem> Current => cache.Get(CacheKey, Load)!;

    public void Evict() => cache.EvictAll();

    private EntitySet<IDictionaryItem> Load()
    {
        var byLanguage = languages.Current.Originals.ToDictionary(language => language.Id);
        var texts = database.Context.Set<DictionaryTextRow>().OrderBy(row => row.Id).ToLookup(row => row.DictionaryKey);
        return new EntitySet<IDictionaryItem>(
            database
                .Context.Set<DictionaryRow>()
                .OrderBy(row => row.Key)
                .AsEnumerable()
                .Select(row => ToModel(row, texts[row.Key], byLanguage))
        );
    }

    private static DictionaryItem ToModel(
        DictionaryRow row,
        IEnumerable<DictionaryTextRow> texts,
        Dictionary<int, ILanguage> languages
    )
    {
        var item = new DictionaryItem(row.Parent, row.ItemKey);
        item.DisableChangeTracking();
        item.Id = row.Id;
        item.Key = row.Key;
        item.Translations =
        [
            .. from text in texts
            where languages.ContainsKey(text.LanguageId)
            select new DictionaryTranslation(languages[text.LanguageId], text.Value, row.Key) { Id = text.Id },
        ];
        foreach (var translation in item.Translations)
        {
            translation.ResetDirtyProperties(rememberDirty: false);
        }

        item.ResetDirtyProperties(rememberDirty: false);
        item.EnableChangeTracking();
        return item;
    }
}
