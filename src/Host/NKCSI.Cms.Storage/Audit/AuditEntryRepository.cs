using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Audit;

/// <summary>Security events: who signed in, who changed which user, group or permission. Events are only ever added.</summary>
internal sealed class AuditEntryRepository(ScopedDatabase database) : IAuditEntryRepository
{
    private static readonly RowFilter<IAuditEntry, AuditEntryRow> Filter = new RowFilter<IAuditEntry, AuditEntryRow>()
        .Map(nameof(IEntity.Id), row => row.Id)
        .Map(nameof(IAuditEntry.PerformingUserId), row => row.PerformingUserId)
        .Map(nameof(IAuditEntry.PerformingUserKey), row => row.PerformingUserKey)
        .Map(nameof(IAuditEntry.PerformingDetails), row => row.PerformingDetails)
        .Map(nameof(IAuditEntry.PerformingIp), row => row.PerformingIp)
        .Map(nameof(IAuditEntry.EventDate), row => row.EventDateUtc)
        .Map(nameof(IAuditEntry.AffectedUserId), row => row.AffectedUserId)
        .Map(nameof(IAuditEntry.AffectedUserKey), row => row.AffectedUserKey)
        .Map(nameof(IAuditEntry.AffectedDetails), row => row.AffectedDetails)
        .Map(nameof(IAuditEntry.EventType), row => row.EventType)
        .Map(nameof(IAuditEntry.EventDetails), row => row.EventDetails);

    private IQueryable<AuditEntryRow> Rows => database.Context.Set<AuditEntryRow>();

    public IAuditEntry? Get(int id) => ToModels(Rows.Where(row => row.Id == id)).SingleOrDefault();

    public IEnumerable<IAuditEntry> GetMany(params int[]? ids) =>
        ToModels(
            (ids is { Length: > 0 } ? Rows.Where(row => EF.Parameter(ids).Contains(row.Id)) : Rows).OrderBy(row =>
                row.Id
            )
        );

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public IEnumerable<IAuditEntry> Get(IQuery<IAuditEntry> query) =>
        ToModels(Filter.Apply(Rows, query).OrderBy(row => row.Id));

    public int Count(IQuery<IAuditEntry>? query) => Filter.Apply(Rows, query).Count();

    public IEnumerable<IAuditEntry> GetPage(long pageIndex, int pageCount, out long records)
    {
        records = Rows.Count();
        return ToModels(
            Rows.OrderByDescending(row => row.EventDateUtc)
                .ThenByDescending(row => row.Id)
                .Skip((int)(pageIndex * pageCount))
                .Take(pageCount)
        );
    }

    public void Save(IAuditEntry entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.HasIdentity)
        {
            throw new NotSupportedException("A security event is not changed once it is written.");
        }

        var row = new AuditEntryRow
        {
            PerformingUserId = entity.PerformingUserId,
            PerformingUserKey = entity.PerformingUserKey,
            PerformingDetails = entity.PerformingDetails,
            PerformingIp = entity.PerformingIp,
            EventDateUtc = entity.EventDate,
            AffectedUserId = entity.AffectedUserId,
            AffectedUserKey = entity.AffectedUserKey,
            AffectedDetails = entity.AffectedDetails,
            EventType = entity.EventType ?? string.Empty,
            EventDetails = entity.EventDetails,
        };
        database.Context.Insert(row);
        entity.Id = row.Id;
        entity.ResetDirtyProperties();
    }

    /// <exception cref="NotSupportedException">Always: security events are not taken back.</exception>
    public void Delete(IAuditEntry entity) => throw new NotSupportedException("A security event is not deleted.");

    private static List<IAuditEntry> ToModels(IQueryable<AuditEntryRow> rows) =>
        [.. rows.AsEnumerable().Select(ToModel)];

    private static AuditEntry ToModel(AuditEntryRow row)
    {
        var entry = new AuditEntry();
        entry.DisableChangeTracking();
        entry.Id = row.Id;
        entry.PerformingUserId = row.PerformingUserId;
        entry.PerformingUserKey = row.PerformingUserKey;
        entry.PerformingDetails = row.PerformingDetails;
        entry.PerformingIp = row.PerformingIp;
        entry.EventDate = row.EventDateUtc;
        entry.AffectedUserId = row.AffectedUserId;
        entry.AffectedUserKey = row.AffectedUserKey;
        entry.AffectedDetails = row.AffectedDetails;
        entry.EventType = row.EventType;
        entry.EventDetails = row.EventDetails;
        entry.ResetDirtyProperties(rememberDirty: false);
        entry.EnableChangeTracking();
        return entry;
    }
}
