using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>When documents are to be published and unpublished.</summary>
internal sealed class DocumentSchedules(ScopedDatabase database, ILanguageRepository languages)
{
    private CmsDbContext Db => database.Context;

    public ContentScheduleCollection Of(int documentId)
    {
        var schedule = new ContentScheduleCollection();
        foreach (var row in Db.Set<ContentScheduleRow>().Where(row => row.NodeId == documentId).ToList())
        {
            schedule.Add(ToModel(row));
        }

        return schedule;
    }

    public IDictionary<int, IEnumerable<ContentSchedule>> Of(int[] documentIds) =>
        Db.Set<ContentScheduleRow>()
            .Where(row => EF.Parameter(documentIds).Contains(row.NodeId))
            .AsEnumerable()
            .GroupBy(row => row.NodeId)
            .ToDictionary(
                document => document.Key,
                document => (IEnumerable<ContentSchedule>)[.. document.Select(ToModel)]
            );

    /// <summary>Makes the document's entries the given ones; new entries get their id here.</summary>
    public void Replace(IContent document, ContentScheduleCollection schedule)
    {
        var kept = schedule.FullSchedule.Select(entry => entry.Id).Where(id => id != Guid.Empty).ToArray();
        Db.Set<ContentScheduleRow>()
            .Where(row => row.NodeId == document.Id && !EF.Parameter(kept).Contains(row.Id))
            .ExecuteDelete();
        foreach (var entry in schedule.FullSchedule)
        {
            if (entry.Id == Guid.Empty)
            {
                entry.Id = Guid.NewGuid();
                Db.Insert(ToRow(document, entry));
            }
            else
            {
                var row = ToRow(document, entry);
                Db.Set<ContentScheduleRow>()
                    .Where(other => other.Id == row.Id)
                    .ExecuteUpdate(set =>
                        set.SetProperty(other => other.LanguageId, row.LanguageId)
                            .SetProperty(other => other.Date, row.Date)
                            .SetProperty(other => other.Action, row.Action)
                    );
            }
        }
    }

    public void Clear(DateTime until) => Due(until).ExecuteDelete();

    public void Clear(DateTime until, ContentScheduleAction action) => Due(until, action).ExecuteDelete();

    public bool Any(DateTime until, ContentScheduleAction action) => Due(until, action).Any();

    /// <summary>Whether a document has an entry that is due.</summary>
    public Expression<Func<ContentRecord, bool>> IsDue(DateTime until, ContentScheduleAction action)
    {
        var due = Due(until, action).Select(row => row.NodeId);
        return record => due.Contains(record.Node.Id);
    }

    private IQueryable<ContentScheduleRow> Due(DateTime until) =>
        Db.Set<ContentScheduleRow>().Where(row => row.Date <= until);

    private IQueryable<ContentScheduleRow> Due(DateTime until, ContentScheduleAction action)
    {
        var name = action.ToString();
        return Due(until).Where(row => row.Action == name);
    }

    private ContentScheduleRow ToRow(IContent document, ContentSchedule entry) =>
        new()
        {
            Id = entry.Id,
            NodeId = document.Id,
            LanguageId = languages.GetIdByIsoCode(entry.Culture, throwOnNotFound: false),
            Date = entry.Date,
            Action = entry.Action.ToString(),
        };

    private ContentSchedule ToModel(ContentScheduleRow row) =>
        new(
            row.Id,
            languages.GetIsoCodeById(row.LanguageId) ?? Constants.System.InvariantCulture,
            row.Date,
            Enum.Parse<ContentScheduleAction>(row.Action)
        );
}
