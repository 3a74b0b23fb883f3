using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Consents;

/// <summary>Consents, newest first; the consent that holds now carries the earlier ones that were found as its history.</summary>
internal sealed class ConsentRepository(ScopedDatabase database) : IConsentRepository
{
    private static readonly RowFilter<IConsent, ConsentRow> Filter = new RowFilter<IConsent, ConsentRow>()
        .Map(nameof(IEntity.Id), row => row.Id)
        .Map(nameof(IConsent.Current), row => row.Current)
        .Map(nameof(IConsent.Source), row => row.Source)
        .Map(nameof(IConsent.Context), row => row.Context)
        .Map(nameof(IConsent.Action), row => row.Action)
        .Map(nameof(IConsent.Comment), row => row.Comment)
        .Map(nameof(IEntity.CreateDate), row => row.CreateDate);

    private DbSet<ConsentRow> Rows => database.Context.Set<ConsentRow>();

    public IConsent? Get(int id) => ToModels(Rows.Where(row => row.Id == id)).SingleOrDefault();

    public IEnumerable<IConsent> GetMany(params int[]? ids) =>
        ToModels(ids is { Length: > 0 } ? Rows.Where(row => EF.Parameter(ids).Contains(row.Id)) : Rows);

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public IEnumerable<IConsent> Get(IQuery<IConsent> query) => ToModels(Filter.Apply(Rows, query));

    public int Count(IQuery<IConsent>? query) => Filter.Apply(Rows, query).Count();

    public void ClearCurrent(string source, string context, string action) =>
        Rows.Where(row => row.Current && row.Source == source && row.Context == context && row.Action == action)
            .ExecuteUpdate(set => set.SetProperty(row => row.Current, false));

    public void Save(IConsent entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.HasIdentity)
        {
            Rows.Where(row => row.Id == entity.Id)
                .ExecuteUpdate(set =>
                    set.SetProperty(row => row.Current, entity.Current)
                        .SetProperty(row => row.State, (int)entity.State)
                        .SetProperty(row => row.Comment, entity.Comment)
                );
            entity.ResetDirtyProperties();
            return;
        }

        var added = new ConsentRow
        {
            Current = entity.Current,
            Source = entity.Source ?? string.Empty,
            Context = entity.Context ?? string.Empty,
            Action = entity.Action ?? string.Empty,
            CreateDate = entity.CreateDate,
            State = (int)entity.State,
            Comment = entity.Comment,
        };
        database.Context.Insert(added);
        entity.Id = added.Id;
        entity.ResetDirtyProperties();
    }

    public void Delete(IConsent entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Rows.Where(row => row.Id == entity.Id).ExecuteDelete();
    }

    private static List<IConsent> ToModels(IQueryable<ConsentRow> rows)
    {
        var consents = rows.OrderByDescending(row => row.CreateDate)
            .ThenByDescending(row => row.Id)
            .AsEnumerable()
            .Select(ToModel)
            .ToList();
        var shown = new List<IConsent>();
        foreach (var about in consents.GroupBy(consent => (consent.Source, consent.Context, consent.Action)))
        {
            var current = about.FirstOrDefault(consent => consent.Current);
            if (current is null)
            {
                shown.AddRange(about);
                continue;
            }

            current.HistoryInternal = [.. about.Where(consent => consent != current)];
            shown.Add(current);
        }

        return shown;
    }

    private static Consent ToModel(ConsentRow row)
    {
        var consent = new Consent
        {
            Id = row.Id,
            Current = row.Current,
            Source = row.Source,
            Context = row.Context,
            Action = row.Action,
            CreateDate = row.CreateDate,
            State = (ConsentState)row.State,
            Comment = row.Comment,
        };
        consent.ResetDirtyProperties(rememberDirty: false);
        return consent;
    }
}
