using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Hosting.Relations;

/// <summary>
/// Keeps <c>umbracoRelation</c> in step with what property values refer to (gap-17.8.md 8): after a save or a publish the
/// automatic relations of an item are exactly its references. Runs as a cache handler, so that it also runs where a
/// caller has suppressed notifications.
/// </summary>
internal sealed class AutomaticRelations(
    ICoreScopeProvider scopes,
    DataValueReferenceFactoryCollection referenceFactories,
    PropertyEditorCollection editors,
    IRelationRepository relations,
    IRelationTypeRepository relationTypes,
    IEntityRepository entities,
    IIdKeyMap idKeyMap,
    ILogger<AutomaticRelations> logger
)
    : IDistributedCacheNotificationHandler<ContentSavedNotification>,
        IDistributedCacheNotificationHandler<ContentPublishedNotification>,
        IDistributedCacheNotificationHandler<ContentUnpublishedNotification>,
        IDistributedCacheNotificationHandler<MediaSavedNotification>,
        IDistributedCacheNotificationHandler<MemberSavedNotification>
{
    public void Handle(ContentSavedNotification notification) => Update(notification.SavedEntities);

    public void Handle(IEnumerable<ContentSavedNotification> notifications) =>
        Update(notifications.SelectMany(saved => saved.SavedEntities));

    public void Handle(ContentPublishedNotification notification) => Update(notification.PublishedEntities);

    public void Handle(IEnumerable<ContentPublishedNotification> notifications) =>
        Update(notifications.SelectMany(published => published.PublishedEntities));

    public void Handle(ContentUnpublishedNotification notification) => Update(notification.UnpublishedEntities);

    public void Handle(IEnumerable<ContentUnpublishedNotification> notifications) =>
        Update(notifications.SelectMany(unpublished => unpublished.UnpublishedEntities));

    public void Handle(MediaSavedNotification notification) => Update(notification.SavedEntities);

    public void Handle(IEnumerable<MediaSavedNotification> notifications) =>
        Update(notifications.SelectMany(saved => saved.SavedEntities));

    public void Handle(MemberSavedNotification notification) => Update(notification.SavedEntities);

    public void Handle(IEnumerable<MemberSavedNotification> notifications) =>
        Update(notifications.SelectMany(saved => saved.SavedEntities));

    private void Update(IEnumerable<IContentBase> items)
    {
        using var scope = scopes.CreateCoreScope();
        var aliases = referenceFactories.GetAllAutomaticRelationTypesAliases(editors);
        var types = relationTypes
            .GetMany(Array.Empty<int>())
            .Where(type => aliases.Contains(type.Alias))
            .ToDictionary(type => type.Alias, StringComparer.Ordinal);
        if (types.Count > 0)
        {
            // The last state of an item is the one that counts.
            foreach (var item in items.GroupBy(item => item.Id).Select(group => group.Last()))
            {
                Update(scope, item, types);
            }
        }

        scope.Complete();
    }

    private void Update(ICoreScope scope, IContentBase item, Dictionary<string, IRelationType> types)
    {
        // A branch that is unpublished because its type goes away is deleted in the same scope.
        if (item is IContent { Published: false } && !entities.Exists(item.Id))
        {
            return;
        }

        var tracksPublished = item is IContent { Published: true };
        var wanted = Resolve(referenceFactories.GetAllReferences(item.Properties, editors, tracksPublished), types);
        var typeIds = types.Values.Select(type => type.Id).ToArray();
        var query = scopes
            .CreateQuery<IRelation>()
            .Where(relation => relation.ParentId == item.Id)
            .WhereIn(relation => relation.RelationTypeId, typeIds);
        var existing = relations
            .GetPagedRelationsByQuery(query, 0, int.MaxValue, out _, null)
            .ToDictionary(relation => (relation.ChildId, relation.RelationTypeId));

        Add(scope, item, [.. wanted.Keys.Except(existing.Keys)], wanted);
        Remove(scope, [.. existing.Where(pair => !wanted.ContainsKey(pair.Key)).Select(pair => pair.Value)]);
    }

    private void Add(
        ICoreScope scope,
        IContentBase item,
        (int ChildId, int TypeId)[] missing,
        Dictionary<(int ChildId, int TypeId), IRelationType> wanted
    )
    {
        if (missing.Length == 0)
        {
            return;
        }

        relations.SaveBulk(missing.Select(key => new ReadOnlyRelation(item.Id, key.ChildId, key.TypeId)));
        scope.Notifications.Publish(
            new RelationSavedNotification(
                missing.Select(key => new Relation(item.Id, key.ChildId, wanted[key])).ToArray<IRelation>(),
                new EventMessages()
            )
            {
                IsAutomatic = true,
            }
        );
    }

    private void Remove(ICoreScope scope, IRelation[] superfluous)
    {
        if (superfluous.Length == 0)
        {
            return;
        }

        foreach (var relation in superfluous)
        {
            relations.Delete(relation);
        }

        scope.Notifications.Publish(
            new RelationDeletedNotification(superfluous, new EventMessages()) { IsAutomatic = true }
        );
    }

    private Dictionary<(int ChildId, int TypeId), IRelationType> Resolve(
        ISet<UmbracoEntityReference> references,
        Dictionary<string, IRelationType> types
    )
    {
        var found = new Dictionary<(int ChildId, int TypeId), IRelationType>();
        foreach (var reference in references)
        {
            if (string.IsNullOrEmpty(reference.RelationTypeAlias))
            {
                continue;
            }

            if (!types.TryGetValue(reference.RelationTypeAlias, out var type))
            {
                logger.LogWarning(
                    "The reference to {Udi} names the relation type {Alias}, which does not exist or is not automatic",
                    reference.Udi,
                    reference.RelationTypeAlias
                );
            }
            else if (
                reference.Udi is GuidUdi udi
                && idKeyMap.GetIdForKey(udi.Guid, UmbracoObjectTypes.Unknown) is { Success: true } id
            )
            {
                found[(id.Result, type.Id)] = type;
            }
            else
            {
                logger.LogInformation("The reference to {Udi} leads to no item and is not kept", reference.Udi);
            }
        }

        return found;
    }
}
