using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Languages;

/// <summary>All languages by id, read once and cached.</summary>
internal sealed class LanguageSet(ScopedDatabase database, EntityCache<ILanguage> cache)
{
    private static readonly string CacheKey = RepositoryCacheKeys.GetKey<ILanguage>() + "set";

    public EntitySet<ILanguage> Current => cache.Get(CacheKey, Load)!;

    public void Evict() => cache.EvictAll();

    private EntitySet<ILanguage> Load()
    {
        var rows = database.Context.Set<LanguageRow>().OrderBy(row => row.Id).ToList();
        var codes = rows.ToDictionary(row => row.Id, row => row.IsoCode);
        return new EntitySet<ILanguage>(rows.Select(row => ToModel(row, codes)));
    }

    private static Language ToModel(LanguageRow row, Dictionary<int, string> codes)
    {
        var language = new Language(row.IsoCode, row.CultureName);
        language.DisableChangeTracking();
        language.Id = row.Id;
        language.IsDefault = row.IsDefault;
        language.IsMandatory = row.IsMandatory;
        language.FallbackIsoCode = row.FallbackLanguageId is { } fallback ? codes[fallback] : null;
        language.ResetDirtyProperties(rememberDirty: false);
        language.EnableChangeTracking();
        return language;
    }
}
