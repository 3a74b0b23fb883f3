using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Urls;

/// <summary>Additional urls that editors gave documents in the property <c>umbracoUrlAlias</c>.</summary>
internal sealed class DocumentUrlAliasRepository(ScopedDatabase database) : IDocumentUrlAliasRepository
{
    private CmsDbContext Db => database.Context;

    /// <summary>Makes the rows of the documents that occur among the aliases the given ones.</summary>
    public void Save(IEnumerable<PublishedDocumentUrlAlias> aliases)
    {
        var wanted = aliases
            .Select(alias => new DocumentUrlAliasRow
            {
                Key = alias.DocumentKey,
                LanguageId = alias.NullableLanguageId,
                Alias = alias.Alias,
            })
            .DistinctBy(KeyOf)
            .ToList();
        var keys = wanted.Select(row => row.Key).Distinct().ToArray();
        var present = Db.Set<DocumentUrlAliasRow>().Where(row => EF.Parameter(keys).Contains(row.Key)).ToList();
        var wantedKeys = wanted.Select(KeyOf).ToHashSet();
        var presentKeys = present.Select(KeyOf).ToHashSet();

        var obsolete = present.Where(row => !wantedKeys.Contains(KeyOf(row))).Select(row => row.Id).ToArray();
        Db.Set<DocumentUrlAliasRow>().Where(row => EF.Parameter(obsolete).Contains(row.Id)).ExecuteDelete();
        Db.Insert(wanted.Where(row => !presentKeys.Contains(KeyOf(row))));
    }

    public IEnumerable<PublishedDocumentUrlAlias> GetAll() =>
        [
            .. Db.Set<DocumentUrlAliasRow>()
                .OrderBy(row => row.Id)
                .AsEnumerable()
                .Select(row => new PublishedDocumentUrlAlias
                {
                    DocumentKey = row.Key,
                    NullableLanguageId = row.LanguageId,
                    Alias = row.Alias,
                }),
        ];

    public void DeleteByDocumentKey(IEnumerable<Guid> documentKeys)
    {
        var keys = documentKeys.ToArray();
        Db.Set<DocumentUrlAliasRow>().Where(row => EF.Parameter(keys).Contains(row.Key)).ExecuteDelete();
    }

    public void DeleteAll() => Db.Set<DocumentUrlAliasRow>().ExecuteDelete();

    /// <summary>What editors wrote into the drafts of documents outside the recycle bin, as they wrote it.</summary>
    public IEnumerable<DocumentUrlAliasRaw> GetAllDocumentUrlAliases() =>
        [
            .. from data in Db.Set<PropertyDataRow>()
            join type in Db.Set<PropertyTypeRow>() on data.PropertyTypeId equals type.Id
            join version in Db.Set<ContentVersionRow>() on data.VersionId equals version.Id
            join node in Db.Set<NodeRow>() on version.NodeId equals node.Id
            where
                type.Alias == Constants.Conventions.Content.UrlAlias
                && version.Current
                && !node.Trashed
                && node.ObjectType == Constants.ObjectTypes.Document
                && (data.TextValue ?? data.VarcharValue ?? "") != ""
            select new DocumentUrlAliasRaw
            {
                DocumentKey = node.Key,
                LanguageId = data.LanguageId,
                AliasValue = data.TextValue ?? data.VarcharValue!,
            },
        ];

    private static (Guid, int?, string) KeyOf(DocumentUrlAliasRow row) =>
        (row.Key, row.LanguageId, row.Alias.ToUpperInvariant());
}
