using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Queries;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Document types: they allow templates and say how long versions are kept.</summary>
internal sealed class DocumentTypeRepository(TypeStorage storage)
    : TypeRepository<IContentType>(storage, Constants.ObjectTypes.DocumentType),
        IContentTypeRepository
{
    /// <summary>The document types with a property that matches, as when a data type is deleted.</summary>
    public IEnumerable<IContentType> GetByQuery(IQuery<PropertyType> query) =>
        [.. GetMany([]).Where(type => type.PropertyTypes.OfType<PropertyType>().Matching(query).Any())];

    public IEnumerable<string> GetAllPropertyTypeAliases() =>
        [
            .. Storage
                .Types.Current.All.Originals.SelectMany(type => type.PropertyTypes)
                .Select(property => property.Alias)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];

    /// <param name="objectTypes">The kinds; none given means all.</param>
    public IEnumerable<string> GetAllContentTypeAliases(params Guid[] objectTypes)
    {
        ArgumentNullException.ThrowIfNull(objectTypes);
        return
        [
            .. Storage
                .Types.Current.All.Originals.Where(type =>
                    objectTypes.Length == 0 || objectTypes.Contains(KindOf(type))
                )
                .Select(type => type.Alias),
        ];
    }

    public IEnumerable<int> GetAllContentTypeIds(string[] aliases) =>
        [
            .. Storage
                .Types.Current.All.Originals.Where(type =>
                    aliases.Contains(type.Alias, StringComparer.OrdinalIgnoreCase)
                )
                .Select(type => type.Id),
        ];

    protected override void WriteKind(IContentType type)
    {
        WriteTemplates(type);
        WriteHistory(type);
    }

    private void WriteTemplates(IContentType type)
    {
        var rows = Storage.Database.Context;
        rows.Set<DocumentTypeTemplateRow>().Where(row => row.ContentTypeId == type.Id).ExecuteDelete();
        var ids = (type.AllowedTemplates ?? []).Select(template => template.Id);
        if (type.DefaultTemplateId > 0)
        {
            ids = ids.Prepend(type.DefaultTemplateId);
        }

        rows.Insert(
            ids.Distinct()
                .Select(id => new DocumentTypeTemplateRow
                {
                    ContentTypeId = type.Id,
                    TemplateId = id,
                    IsDefault = id == type.DefaultTemplateId,
                })
                .ToList()
        );
    }

    private void WriteHistory(IContentType type)
    {
        var rows = Storage.Database.Context;
        rows.Set<ContentVersionCleanupPolicyRow>().Where(row => row.ContentTypeId == type.Id).ExecuteDelete();
        rows.Insert(
            new ContentVersionCleanupPolicyRow
            {
                ContentTypeId = type.Id,
                PreventCleanup = type.HistoryCleanup?.PreventCleanup ?? false,
                KeepAllVersionsNewerThanDays = type.HistoryCleanup?.KeepAllVersionsNewerThanDays,
                KeepLatestVersionPerDayForDays = type.HistoryCleanup?.KeepLatestVersionPerDayForDays,
                Updated = Storage.Clock.GetUtcNow().UtcDateTime,
            }
        );
    }

    private static Guid KindOf(IContentTypeComposition type) =>
        type switch
        {
            IContentType => Constants.ObjectTypes.DocumentType,
            IMediaType => Constants.ObjectTypes.MediaType,
            _ => Constants.ObjectTypes.MemberType,
        };
}
