using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Logs;

/// <summary>Saved searches of the log viewer.</summary>
internal sealed class LogViewerQueryRepository(ScopedDatabase database) : ILogViewerQueryRepository
{
    private DbSet<LogViewerQueryRow> Rows => database.Context.Set<LogViewerQueryRow>();

    public ILogViewerQuery? Get(int id) => ToModels(Rows.Where(row => row.Id == id)).SingleOrDefault();

    public IEnumerable<ILogViewerQuery> GetMany(params int[]? ids) =>
        ToModels(ids is { Length: > 0 } ? Rows.Where(row => EF.Parameter(ids).Contains(row.Id)) : Rows);

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public IEnumerable<ILogViewerQuery> Get(IQuery<ILogViewerQuery> query) => [.. ToModels(Rows).Matching(query)];

    public int Count(IQuery<ILogViewerQuery>? query) => query is null ? Rows.Count() : Get(query).Count();

    public ILogViewerQuery? GetByName(string name) => ToModels(Rows.Where(row => row.Name == name)).SingleOrDefault();

    /// <exception cref="InvalidOperationException">Another search has the name.</exception>
    public void Save(ILogViewerQuery entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (Rows.Any(row => row.Name == entity.Name && row.Id != entity.Id))
        {
            throw new InvalidOperationException($"There is a saved search '{entity.Name}' already.");
        }

        if (entity.HasIdentity)
        {
            entity.UpdatingEntity();
            Rows.Where(row => row.Id == entity.Id)
                .ExecuteUpdate(set =>
                    set.SetProperty(row => row.Name, entity.Name).SetProperty(row => row.Query, entity.Query)
                );
            return;
        }

        entity.AddingEntity();
        var added = new LogViewerQueryRow { Name = entity.Name, Query = entity.Query };
        database.Context.Insert(added);
        entity.Id = added.Id;
    }

    public void Delete(ILogViewerQuery entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Rows.Where(row => row.Id == entity.Id).ExecuteDelete();
    }

    private static List<ILogViewerQuery> ToModels(IQueryable<LogViewerQueryRow> rows) =>
        [.. rows.OrderBy(row => row.Id).AsEnumerable().Select(ToModel)];

    private static LogViewerQuery ToModel(LogViewerQueryRow row)
    {
        var query = new LogViewerQuery(row.Name, row.Query) { Id = row.Id };
        query.ResetDirtyProperties(rememberDirty: false);
        return query;
    }
}
