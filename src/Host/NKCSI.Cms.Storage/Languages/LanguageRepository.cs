using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Languages;

/// <summary>The languages of the content. Exactly one is the default. Source: contracts/storage/semantics.md 9.</summary>
internal sealed class LanguageRepository(
    ScopedDatabase database,
    LanguageSet languages,
    LanguageRemoval removal,
    EntityCache<IDictionaryItem> dictionaryCache,
    EntityCache<IDomain> domainCache,
    TypeCaches typeCaches
) : ILanguageRepository
{
    public ILanguage? Get(int id) => languages.Current.Find(id);

    public IEnumerable<ILanguage> GetMany(params int[]? ids) => languages.Current.Many(ids);

    public bool Exists(int id) => languages.Current.Has(id);

    public IEnumerable<ILanguage> Get(IQuery<ILanguage> query) => languages.Current.Matching(query);

    public int Count(IQuery<ILanguage>? query) => languages.Current.Count(query);

    public ILanguage? GetByIsoCode(string isoCode) => languages.Current.Find(language => HasCode(language, isoCode));

    public int? GetIdByIsoCode(string? isoCode, bool throwOnNotFound = true)
    {
        if (isoCode is null)
        {
            return null;
        }

        var language = languages.Current.Originals.FirstOrDefault(language => HasCode(language, isoCode));
        return language is null && throwOnNotFound
            ? throw new ArgumentException($"There is no language with the code {isoCode}.", nameof(isoCode))
            : language?.Id;
    }

    public string? GetIsoCodeById(int? id, bool throwOnNotFound = true)
    {
        if (id is null)
        {
            return null;
        }

        var language = languages.Current.Originals.FirstOrDefault(language => language.Id == id);
        return language is null && throwOnNotFound
            ? throw new ArgumentException($"There is no language with the id {id}.", nameof(id))
            : language?.IsoCode;
    }

    /// <summary>The codes in the order of the ids; an unknown id has none.</summary>
    public string[] GetIsoCodesByIds(ICollection<int> ids, bool throwOnNotFound = true)
    {
        ArgumentNullException.ThrowIfNull(ids);
        // The contract has no nullable elements, yet leaves the place of an unknown id empty when it may not throw.
        return [.. ids.Select(id => GetIsoCodeById(id, throwOnNotFound)!)];
    }

    public string GetDefaultIsoCode() => Default().IsoCode;

    public int? GetDefaultId() => Default().Id;

    public void Save(ILanguage entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (string.IsNullOrWhiteSpace(entity.IsoCode) || string.IsNullOrWhiteSpace(entity.CultureName))
        {
            throw new InvalidOperationException("A language needs an ISO code and a name.");
        }

        EnsureUniqueCode(entity);
        EnsureOneDefault(entity);
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

        Evict();
        entity.ResetDirtyProperties();
    }

    /// <exception cref="InvalidOperationException">The language is the default.</exception>
    public void Delete(ILanguage entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (database.Context.Set<LanguageRow>().Any(row => row.Id == entity.Id && row.IsDefault))
        {
            throw new InvalidOperationException($"{entity.IsoCode} is the default language and cannot be deleted.");
        }

        removal.Remove(entity.Id);
        Evict();
    }

    private void Insert(ILanguage entity)
    {
        var row = new LanguageRow
        {
            IsoCode = entity.IsoCode,
            CultureName = entity.CultureName,
            IsDefault = entity.IsDefault,
            IsMandatory = entity.IsMandatory,
            FallbackLanguageId = FallbackId(entity),
        };
        database.Context.Insert(row);
        entity.Id = row.Id;
    }

    private void Update(ILanguage entity)
    {
        var fallbackId = FallbackId(entity);
        database
            .Context.Set<LanguageRow>()
            .Where(row => row.Id == entity.Id)
            .ExecuteUpdate(set =>
                set.SetProperty(row => row.IsoCode, entity.IsoCode)
                    .SetProperty(row => row.CultureName, entity.CultureName)
                    .SetProperty(row => row.IsDefault, entity.IsDefault)
                    .SetProperty(row => row.IsMandatory, entity.IsMandatory)
                    .SetProperty(row => row.FallbackLanguageId, fallbackId)
            );
    }

    private void EnsureUniqueCode(ILanguage entity)
    {
        if (database.Context.Set<LanguageRow>().Any(row => row.IsoCode == entity.IsoCode && row.Id != entity.Id))
        {
            throw new InvalidOperationException($"Another language has the code {entity.IsoCode} already.");
        }
    }

    /// <summary>A new default takes the place of the old one; the default cannot merely be given up.</summary>
    private void EnsureOneDefault(ILanguage entity)
    {
        var defaults = database.Context.Set<LanguageRow>().Where(row => row.IsDefault);
        if (entity.IsDefault)
        {
            defaults
                .Where(row => row.Id != entity.Id)
                .ExecuteUpdate(set => set.SetProperty(row => row.IsDefault, false));
        }
        else if (entity.HasIdentity && defaults.Any(row => row.Id == entity.Id))
        {
            throw new InvalidOperationException(
                $"{entity.IsoCode} is the default language. Make another language the default instead."
            );
        }
    }

    private int? FallbackId(ILanguage entity) =>
        string.IsNullOrWhiteSpace(entity.FallbackIsoCode)
            ? null
            : GetIdByIsoCode(entity.FallbackIsoCode, throwOnNotFound: false);

    /// <summary>Never null in a sound database; a damaged one still gets its first language.</summary>
    private ILanguage Default() =>
        languages.Current.Originals.FirstOrDefault(language => language.IsDefault) ?? languages.Current.Originals[0];

    private void Evict()
    {
        languages.Evict();
        // Translations and domains name the ISO code, content holds values by it.
        dictionaryCache.EvictAll();
        domainCache.EvictAll();
        typeCaches.Evict();
    }

    private static bool HasCode(ILanguage language, string isoCode) =>
        string.Equals(language.IsoCode, isoCode, StringComparison.OrdinalIgnoreCase);
}
