using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Collections;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.PublicAccess;

/// <summary>
/// Protected documents and who may see them. Every request asks about its whole path, so all entries are cached
/// together; Core's refresher clears all of the kind.
/// </summary>
internal sealed class PublicAccessRepository(ScopedDatabase database, EntityCache<PublicAccessEntry> cache)
    : IPublicAccessRepository
{
    private static readonly string AllKey = RepositoryCacheKeys.GetKey<PublicAccessEntry>() + "All";

    private DbSet<AccessRow> Rows => database.Context.Set<AccessRow>();

    private DbSet<AccessRuleRow> RuleRows => database.Context.Set<AccessRuleRow>();

    public PublicAccessEntry? Get(Guid id) => All().FirstOrDefault(entry => entry.Key == id);

    public IEnumerable<PublicAccessEntry> GetMany(params Guid[]? ids) =>
        ids is { Length: > 0 } ? [.. All().Where(entry => ids.Contains(entry.Key))] : All();

    public bool Exists(Guid id) => All().Any(entry => entry.Key == id);

    public IEnumerable<PublicAccessEntry> Get(IQuery<PublicAccessEntry> query) => [.. All().Matching(query)];

    public int Count(IQuery<PublicAccessEntry>? query) => query is null ? All().Count : All().Matching(query).Count();

    public void Save(PublicAccessEntry entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (Rows.Any(row => row.Id == entity.Key))
        {
            entity.UpdatingEntity();
            Rows.Where(row => row.Id == entity.Key)
                .ExecuteUpdate(set =>
                    set.SetProperty(row => row.NodeId, entity.ProtectedNodeId)
                        .SetProperty(row => row.LoginNodeId, entity.LoginNodeId)
                        .SetProperty(row => row.NoAccessNodeId, entity.NoAccessNodeId)
                        .SetProperty(row => row.UpdateDate, entity.UpdateDate)
                );
        }
        else
        {
            entity.AddingEntity();
            database.Context.Insert(
                new AccessRow
                {
                    Id = entity.Key,
                    NodeId = entity.ProtectedNodeId,
                    LoginNodeId = entity.LoginNodeId,
                    NoAccessNodeId = entity.NoAccessNodeId,
                    CreateDate = entity.CreateDate,
                    UpdateDate = entity.UpdateDate,
                }
            );
        }

        entity.Id = IdOf(entity.Key);
        SaveRules(entity);
        entity.ResetDirtyProperties();
        cache.EvictAll();
    }

    public void Delete(PublicAccessEntry entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        RuleRows.Where(rule => rule.AccessId == entity.Key).ExecuteDelete();
        Rows.Where(row => row.Id == entity.Key).ExecuteDelete();
        cache.EvictAll();
    }

    // The table has no number; the model wants one and Umbraco takes it from the key.
    private static int IdOf(Guid key) => key.GetHashCode();

    private void SaveRules(PublicAccessEntry entity)
    {
        var removed = entity.RemovedRules.ToArray();
        if (removed.Length > 0)
        {
            RuleRows.Where(row => removed.Contains(row.Id)).ExecuteDelete();
        }

        var known = RuleRows.Where(row => row.AccessId == entity.Key).Select(row => row.Id).ToHashSet();
        foreach (var rule in entity.Rules)
        {
            if (rule.Key != Guid.Empty && known.Contains(rule.Key))
            {
                rule.UpdatingEntity();
                RuleRows
                    .Where(row => row.Id == rule.Key)
                    .ExecuteUpdate(set =>
                        set.SetProperty(row => row.RuleType, rule.RuleType)
                            .SetProperty(row => row.RuleValue, rule.RuleValue)
                            .SetProperty(row => row.UpdateDate, rule.UpdateDate)
                    );
                continue;
            }

            rule.AddingEntity();
            rule.AccessEntryId = entity.Key;
            database.Context.Insert(
                new AccessRuleRow
                {
                    Id = rule.Key,
                    AccessId = entity.Key,
                    RuleType = rule.RuleType ?? string.Empty,
                    RuleValue = rule.RuleValue ?? string.Empty,
                    CreateDate = rule.CreateDate,
                    UpdateDate = rule.UpdateDate,
                }
            );
            rule.Id = IdOf(rule.Key);
        }
    }

    private DeepCloneableList<PublicAccessEntry> All() =>
        cache.Get(
            AllKey,
            () =>
            {
                var rules = RuleRows.OrderBy(row => row.CreateDate).ToLookup(row => row.AccessId);
                return new DeepCloneableList<PublicAccessEntry>(
                    Rows.OrderBy(row => row.NodeId).AsEnumerable().Select(row => ToModel(row, rules[row.Id])),
                    ListCloneBehavior.Always
                );
            }
        )!;

    private static PublicAccessEntry ToModel(AccessRow row, IEnumerable<AccessRuleRow> rules)
    {
        var entry = new PublicAccessEntry(
            row.Id,
            row.NodeId,
            row.LoginNodeId,
            row.NoAccessNodeId,
            rules.Select(rule => new PublicAccessRule(rule.Id, rule.AccessId)
            {
                RuleType = rule.RuleType,
                RuleValue = rule.RuleValue,
                CreateDate = rule.CreateDate,
                UpdateDate = rule.UpdateDate,
            })
        );
        entry.DisableChangeTracking();
        entry.Id = IdOf(row.Id);
        entry.CreateDate = row.CreateDate;
        entry.UpdateDate = row.UpdateDate;
        entry.ResetDirtyProperties(rememberDirty: false);
        entry.EnableChangeTracking();
        return entry;
    }
}
