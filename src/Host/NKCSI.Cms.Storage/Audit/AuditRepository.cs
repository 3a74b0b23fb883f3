using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Audit;

/// <summary>
/// The history of documents, media, types and all else that editors change. Entries are only ever added. The id of an
/// entry in Core's model is the id of what was changed; the row's own id is not shown (contracts/storage/semantics.md 14).
/// </summary>
internal sealed class AuditRepository(ScopedDatabase database, TimeProvider clock) : IAuditRepository
{
    private static readonly string[] ExpiringHeaders = [nameof(AuditType.Open), nameof(AuditType.System)];

    private static readonly RowFilter<IAuditItem, LogRow> Filter = new RowFilter<IAuditItem, LogRow>()
        .Map(nameof(IEntity.Id), row => row.NodeId)
        .Map(nameof(IAuditItem.AuditType), TypeOfHeader())
        .Map(nameof(IAuditItem.UserId), row => row.UserId ?? Constants.Security.UnknownUserId)
        .Map(nameof(IAuditItem.EntityType), row => row.EntityType)
        .Map(nameof(IAuditItem.Comment), row => row.Comment)
        .Map(nameof(IEntity.CreateDate), row => row.CreateDate);

    private IQueryable<LogRow> Rows => database.Context.Set<LogRow>();

    /// <summary>The entry of this row id.</summary>
    public IAuditItem? Get(int id) => Rows.Where(row => row.Id == id).AsEnumerable().Select(ToModel).SingleOrDefault();

    public IEnumerable<IAuditItem> GetMany(params int[]? ids) =>
        ids is { Length: > 0 }
            ?
            [
                .. Rows.Where(row => EF.Parameter(ids).Contains(row.Id))
                    .OrderBy(row => row.Id)
                    .AsEnumerable()
                    .Select(ToModel),
            ]
            : [.. Rows.OrderBy(row => row.Id).AsEnumerable().Select(ToModel)];

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public IEnumerable<IAuditItem> Get(IQuery<IAuditItem> query) => ToModels(Matching(query));

    public IEnumerable<IAuditItem> Get(AuditType type, IQuery<IAuditItem> query)
    {
        var header = type.ToString();
        return ToModels(Matching(query).Where(row => row.Header == header));
    }

    public int Count(IQuery<IAuditItem>? query) => Matching(query).Count();

    public IEnumerable<IAuditItem> GetPagedResultsByQuery(
        IQuery<IAuditItem> query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        Direction orderDirection,
        AuditType[]? auditTypeFilter,
        IQuery<IAuditItem>? customFilter
    )
    {
        var rows = Filter.Apply(Matching(query), customFilter);
        if (auditTypeFilter is { Length: > 0 })
        {
            var headers = auditTypeFilter.Select(type => type.ToString()).ToArray();
            rows = rows.Where(row => headers.Contains(row.Header));
        }

        totalRecords = rows.Count();
        // Entries of one moment keep the order in which they were written.
        var ordered =
            orderDirection == Direction.Ascending
                ? rows.OrderBy(row => row.CreateDate).ThenBy(row => row.Id)
                : rows.OrderByDescending(row => row.CreateDate).ThenByDescending(row => row.Id);
        return [.. ordered.Skip((int)(pageIndex * pageSize)).Take(pageSize).AsEnumerable().Select(ToModel)];
    }

    /// <summary>Adds the entry; it is dated now whatever its own date.</summary>
    public void Save(IAuditItem entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        database.Context.Insert(
            new LogRow
            {
                NodeId = entity.Id,
                UserId = entity.UserId == Constants.Security.UnknownUserId ? null : entity.UserId,
                Header = entity.AuditType.ToString(),
                EntityType = entity.EntityType,
                Comment = entity.Comment,
                Parameters = entity.Parameters,
                CreateDate = clock.GetUtcNow().UtcDateTime,
            }
        );
    }

    /// <exception cref="NotSupportedException">Always: history is not taken back.</exception>
    public void Delete(IAuditItem entity) => throw new NotSupportedException("History is not taken back.");

    public void CleanLogs(int maximumAgeOfLogsInMinutes)
    {
        var oldest = clock.GetUtcNow().UtcDateTime.AddMinutes(-maximumAgeOfLogsInMinutes);
        Rows.Where(row => row.CreateDate < oldest && ExpiringHeaders.Contains(row.Header)).ExecuteDelete();
    }

    private static List<IAuditItem> ToModels(IQueryable<LogRow> rows) =>
        [.. rows.OrderBy(row => row.CreateDate).ThenBy(row => row.Id).AsEnumerable().Select(ToModel)];

    private static AuditItem ToModel(LogRow row) =>
        new(
            row.NodeId,
            Enum.TryParse<AuditType>(row.Header, ignoreCase: true, out var type) ? type : AuditType.Custom,
            row.UserId ?? Constants.Security.UnknownUserId,
            row.EntityType,
            row.Comment,
            row.Parameters,
            row.CreateDate
        );

    private IQueryable<LogRow> Matching(IQuery<IAuditItem>? query) => Filter.Apply(Rows, query);

    /// <summary>The kind of entry is stored as a word, which Core compares as a number.</summary>
    private static Expression<Func<LogRow, AuditType>> TypeOfHeader()
    {
        var row = Expression.Parameter(typeof(LogRow), "row");
        Expression type = Expression.Constant(AuditType.Custom);
        foreach (var known in Enum.GetValues<AuditType>())
        {
            type = Expression.Condition(
                Expression.Equal(
                    Expression.Property(row, nameof(LogRow.Header)),
                    Expression.Constant(known.ToString())
                ),
                Expression.Constant(known),
                type
            );
        }

        return Expression.Lambda<Func<LogRow, AuditType>>(type, row);
    }
}
