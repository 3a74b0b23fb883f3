using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Filters, orders and pages content rows as Core's queries ask.</summary>
internal sealed class ContentPages<TModel>(ScopedDatabase database, ILanguageRepository languages)
    where TModel : IContentBase
{
    private static readonly RowFilter<TModel, ContentRecord> Rows = Columns()
        .Map(nameof(IContentBase.Name), record => record.Node.Name);

    private CmsDbContext Db => database.Context;

    /// <summary>The records that a query of Core's means.</summary>
    public static IQueryable<ContentRecord> Matching(IQueryable<ContentRecord> records, IQuery<TModel>? query) =>
        Rows.Apply(records, query);

    /// <summary>The order in which queries without an order of their own answer.</summary>
    public static IQueryable<ContentRecord> InTreeOrder(IQueryable<ContentRecord> records) =>
        records
            .OrderBy(record => record.Node.Level)
            .ThenBy(record => record.Node.SortOrder)
            .ThenBy(record => record.Node.Id);

    /// <summary>One page, and how many there are in all.</summary>
    /// <param name="records">All records of the kind.</param>
    /// <param name="query">What belongs to the list.</param>
    /// <param name="filter">What the editor looks for in it; names are compared in the culture of the ordering.</param>
    /// <param name="pageIndex">From 0.</param>
    /// <param name="pageSize">Items a page.</param>
    /// <param name="ordering">The order.</param>
    public (List<ContentRecord> Page, long Total) Page(
        IQueryable<ContentRecord> records,
        IQuery<TModel>? query,
        IQuery<TModel>? filter,
        long pageIndex,
        int pageSize,
        Ordering? ordering
    )
    {
        ArgumentNullException.ThrowIfNull(ordering);
        var languageId = string.IsNullOrWhiteSpace(ordering.Culture)
            ? null
            : languages.GetIdByIsoCode(ordering.Culture, throwOnNotFound: false);
        var matching = Matching(records, query);
        if (filter is not null)
        {
            matching = Columns()
                .Map(nameof(IContentBase.Name), ContentOrdering.Name(Db, languageId))
                .Apply(matching, filter);
        }

        var total = matching.LongCount();
        var page = ContentOrdering
            .Apply(matching, Db, ordering, languageId)
            .Skip(checked((int)(pageIndex * pageSize)))
            .Take(pageSize)
            .ToList();
        return (page, total);
    }

    private static RowFilter<TModel, ContentRecord> Columns() =>
        new RowFilter<TModel, ContentRecord>()
            .Map(nameof(IContentBase.Id), record => record.Node.Id)
            .Map(nameof(IContentBase.Key), record => record.Node.Key)
            .Map(nameof(IContentBase.ParentId), record => record.Node.ParentId)
            .Map(nameof(IContentBase.Level), record => record.Node.Level)
            .Map(nameof(IContentBase.Path), record => record.Node.Path)
            .Map(nameof(IContentBase.SortOrder), record => record.Node.SortOrder)
            .Map(nameof(IContentBase.Trashed), record => record.Node.Trashed)
            .Map(nameof(IContentBase.CreatorId), record => record.Node.UserId ?? 0)
            .Map(nameof(IContentBase.CreateDate), record => record.Node.CreateDate)
            .Map(nameof(IContentBase.ContentTypeId), record => record.Content.ContentTypeId)
            .Map(nameof(IContentBase.VersionId), record => record.Version.Id)
            .Map(nameof(IContentBase.UpdateDate), record => record.Version.VersionDate)
            .Map(nameof(IContentBase.WriterId), record => record.Version.UserId ?? 0)
            .Map(nameof(IContent.Published), record => record.Document!.Published)
            .Map(nameof(IContent.Edited), record => record.Document!.Edited)
            .Map(nameof(IContent.TemplateId), record => record.DocumentVersion!.TemplateId);
}
