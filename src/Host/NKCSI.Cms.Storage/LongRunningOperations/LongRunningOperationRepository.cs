using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Serialization;

namespace NKCSI.Cms.Storage.LongRunningOperations;

/// <summary>
/// Jobs that go on after the request that asked for them, such as publishing a branch. One that does not report before
/// its expiry is stale: the host that ran it has probably stopped.
/// </summary>
internal sealed class LongRunningOperationRepository(
    ScopedDatabase database,
    IJsonSerializer serializer,
    TimeProvider clock
) : ILongRunningOperationRepository
{
    private static readonly string[] Unfinished =
    [
        nameof(LongRunningOperationStatus.Enqueued),
        nameof(LongRunningOperationStatus.Running),
    ];

    private DbSet<LongRunningOperationRow> Rows => database.Context.Set<LongRunningOperationRow>();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task CreateAsync(LongRunningOperation operation, DateTimeOffset expirationDate)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var now = Now;
        database.Context.Insert(
            new LongRunningOperationRow
            {
                Id = operation.Id,
                Type = operation.Type,
                Status = operation.Status.ToString(),
                CreateDate = now,
                UpdateDate = now,
                ExpirationDate = expirationDate.UtcDateTime,
            }
        );
        return Task.CompletedTask;
    }

    public async Task<LongRunningOperation?> GetAsync(Guid id) =>
        await FindAsync(id) is { } row ? ToModel(row, Now) : null;

    public async Task<LongRunningOperation<T>?> GetAsync<T>(Guid id) =>
        await FindAsync(id) is { } row
            ? new LongRunningOperation<T>
            {
                Id = row.Id,
                Type = row.Type,
                Status = StatusOf(row, Now),
                Result = row.Result is null ? default : serializer.Deserialize<T>(row.Result),
            }
            : null;

    public async Task<PagedModel<LongRunningOperation>> GetByTypeAsync(
        string type,
        LongRunningOperationStatus[] statuses,
        int skip,
        int take
    )
    {
        var now = Now;
        var rows = Rows.Where(row => row.Type == type);
        if (statuses.Length > 0)
        {
            var stale = statuses.Contains(LongRunningOperationStatus.Stale);
            var names = statuses.Select(status => status.ToString()).ToArray();
            rows = rows.Where(row =>
                Unfinished.Contains(row.Status) && row.ExpirationDate < now ? stale : names.Contains(row.Status)
            );
        }

        var total = await rows.CountAsync();
        var page = await rows.OrderBy(row => row.CreateDate).ThenBy(row => row.Id).Skip(skip).Take(take).ToListAsync();
        return new PagedModel<LongRunningOperation>(total, [.. page.Select(row => ToModel(row, now))]);
    }

    public async Task<LongRunningOperationStatus?> GetStatusAsync(Guid id) =>
        await FindAsync(id) is { } row ? StatusOf(row, Now) : null;

    public Task UpdateStatusAsync(Guid id, LongRunningOperationStatus status, DateTimeOffset expirationDate)
    {
        var (name, now, expires) = (status.ToString(), Now, expirationDate.UtcDateTime);
        return Rows.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.Status, name)
                    .SetProperty(row => row.UpdateDate, now)
                    .SetProperty(row => row.ExpirationDate, expires)
            );
    }

    public Task SetResultAsync<T>(Guid id, T result)
    {
        var (json, now) = (serializer.Serialize(result), Now);
        return Rows.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.Result, json).SetProperty(row => row.UpdateDate, now)
            );
    }

    public Task CleanOperationsAsync(DateTimeOffset olderThan)
    {
        var oldest = olderThan.UtcDateTime;
        return Rows.Where(row => row.UpdateDate < oldest).ExecuteDeleteAsync();
    }

    private Task<LongRunningOperationRow?> FindAsync(Guid id) => Rows.SingleOrDefaultAsync(row => row.Id == id);

    private static LongRunningOperation ToModel(LongRunningOperationRow row, DateTime now) =>
        new()
        {
            Id = row.Id,
            Type = row.Type,
            Status = StatusOf(row, now),
        };

    private static LongRunningOperationStatus StatusOf(LongRunningOperationRow row, DateTime now) =>
        Unfinished.Contains(row.Status, StringComparer.OrdinalIgnoreCase) && row.ExpirationDate < now
            ? LongRunningOperationStatus.Stale
            : Enum.Parse<LongRunningOperationStatus>(row.Status, ignoreCase: true);
}
