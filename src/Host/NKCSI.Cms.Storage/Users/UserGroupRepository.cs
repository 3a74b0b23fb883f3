using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Queries;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Users;

/// <summary>Groups of users with all that they allow. A save writes the group's sections, languages and permissions anew.</summary>
internal sealed class UserGroupRepository(
    ScopedDatabase database,
    UserGroupLoader loader,
    DocumentPermissions documentPermissions,
    EntityCache<IUserGroup> cache,
    EntityCache<IUser> userCache
) : IUserGroupRepository
{
    private DbSet<UserGroupRow> Rows => database.Context.Set<UserGroupRow>();

    public IUserGroup? Get(int id) => loader.Get([id]).SingleOrDefault();

    public IUserGroup? Get(string alias)
    {
        var id = Rows.Where(row => row.Alias == alias).Select(row => (int?)row.Id).SingleOrDefault();
        return id is null ? null : Get(id.Value);
    }

    public IEnumerable<IUserGroup> GetMany(params int[]? ids) => ids is { Length: > 0 } ? loader.Get(ids) : All();

    public bool Exists(int id) => Rows.Any(row => row.Id == id);

    public IEnumerable<IUserGroup> Get(IQuery<IUserGroup> query) => [.. All().Matching(query)];

    public int Count(IQuery<IUserGroup>? query) => query is null ? Rows.Count() : All().Matching(query).Count();

    public IEnumerable<IUserGroup> GetGroupsAssignedToSection(string sectionAlias)
    {
        var ids = database
            .Context.Set<UserGroupSectionRow>()
            .Where(row => row.App == sectionAlias)
            .Select(row => row.UserGroupId)
            .ToList();
        return loader.Get(ids);
    }

    public void Save(IUserGroup entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.HasIdentity)
        {
            Update(entity);
        }
        else
        {
            Insert(entity);
        }

        InsertWhatItAllows(entity);
        entity.ResetDirtyProperties();
        EvictAll();
    }

    public void AddOrUpdateGroupWithUsers(IUserGroup userGroup, int[]? userIds)
    {
        Save(userGroup);
        if (userIds is null)
        {
            return;
        }

        var memberships = database.Context.Set<UserMembershipRow>();
        memberships.Where(row => row.UserGroupId == userGroup.Id).ExecuteDelete();
        database.Context.Insert(
            userIds
                .Distinct()
                .Select(userId => new UserMembershipRow { UserGroupId = userGroup.Id, UserId = userId })
                .ToList()
        );
        EvictAll();
    }

    public void Delete(IUserGroup entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        database.Context.Set<UserMembershipRow>().Where(row => row.UserGroupId == entity.Id).ExecuteDelete();
        DeleteWhatItAllows(entity);
        Rows.Where(row => row.Id == entity.Id).ExecuteDelete();
        EvictAll();
    }

    public EntityPermissionCollection GetPermissions(int[] groupIds, params int[] entityIds) =>
        documentPermissions.Get(groupIds, entityIds);

    public EntityPermissionCollection GetPermissions(
        IReadOnlyUserGroup[]? groups,
        bool fallbackToDefaultPermissions,
        params int[] nodeIds
    )
    {
        ArgumentNullException.ThrowIfNull(groups);
        var permissions = documentPermissions.Get([.. groups.Select(group => group.Id)], nodeIds);
        if (!fallbackToDefaultPermissions)
        {
            return permissions;
        }

        var nodes = nodeIds.Length > 0 ? nodeIds : [.. permissions.Select(given => given.EntityId).Distinct()];
        foreach (var group in groups)
        {
            foreach (var node in nodes)
            {
                // The collection is a set by group and node: what was given explicitly stays.
                permissions.Add(new EntityPermission(group.Id, node, group.Permissions, isDefaultPermissions: true));
            }
        }

        return permissions;
    }

    public void ReplaceGroupPermissions(int groupId, ISet<string> permissions, params int[] entityIds)
    {
        documentPermissions.Replace(groupId, permissions, entityIds);
        EvictAll();
    }

    public void AssignGroupPermission(int groupId, string permission, params int[] entityIds)
    {
        documentPermissions.Assign(groupId, permission, entityIds);
        EvictAll();
    }

    private IReadOnlyList<IUserGroup> All() => loader.Load(Rows);

    private void Insert(IUserGroup entity)
    {
        entity.AddingEntity();
        var row = new UserGroupRow
        {
            Key = entity.Key,
            Alias = entity.Alias,
            Name = entity.Name ?? string.Empty,
            Description = entity.Description,
            Icon = entity.Icon,
            HasAccessToAllLanguages = entity.HasAccessToAllLanguages,
            StartContentId = entity.StartContentId,
            StartMediaId = entity.StartMediaId,
            CreateDate = entity.CreateDate,
            UpdateDate = entity.UpdateDate,
        };
        database.Context.Insert(row);
        entity.Id = row.Id;
    }

    private void Update(IUserGroup entity)
    {
        entity.UpdatingEntity();
        // The rows of what it allows refer to the key, so they go before the group is written.
        DeleteWhatItAllows(entity);
        Rows.Where(row => row.Id == entity.Id)
            .ExecuteUpdate(set =>
                set.SetProperty(row => row.Key, entity.Key)
                    .SetProperty(row => row.Alias, entity.Alias)
                    .SetProperty(row => row.Name, entity.Name ?? string.Empty)
                    .SetProperty(row => row.Description, entity.Description)
                    .SetProperty(row => row.Icon, entity.Icon)
                    .SetProperty(row => row.HasAccessToAllLanguages, entity.HasAccessToAllLanguages)
                    .SetProperty(row => row.StartContentId, entity.StartContentId)
                    .SetProperty(row => row.StartMediaId, entity.StartMediaId)
                    .SetProperty(row => row.CreateDate, entity.CreateDate)
                    .SetProperty(row => row.UpdateDate, entity.UpdateDate)
            );
    }

    private void DeleteWhatItAllows(IUserGroup entity)
    {
        var context = database.Context;
        var keys = Rows.Where(row => row.Id == entity.Id).Select(row => row.Key);
        context.Set<UserGroupSectionRow>().Where(row => row.UserGroupId == entity.Id).ExecuteDelete();
        context.Set<UserGroupLanguageRow>().Where(row => row.UserGroupId == entity.Id).ExecuteDelete();
        context.Set<UserGroupPermissionRow>().Where(row => keys.Contains(row.UserGroupKey)).ExecuteDelete();
        context.Set<UserGroupGranularPermissionRow>().Where(row => keys.Contains(row.UserGroupKey)).ExecuteDelete();
    }

    private void InsertWhatItAllows(IUserGroup entity)
    {
        var context = database.Context;
        context.Insert(
            entity
                .AllowedSections.Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(section => new UserGroupSectionRow { UserGroupId = entity.Id, App = section })
                .ToList()
        );
        context.Insert(
            entity
                .AllowedLanguages.Distinct()
                .Select(language => new UserGroupLanguageRow { UserGroupId = entity.Id, LanguageId = language })
                .ToList()
        );
        context.Insert(
            entity
                .Permissions.Select(permission => new UserGroupPermissionRow
                {
                    UserGroupKey = entity.Key,
                    Permission = permission,
                })
                .ToList()
        );
        context.Insert(
            entity.GranularPermissions.Select(permission => GranularPermissions.ToRow(entity.Key, permission)).ToList()
        );
    }

    /// <summary>Users are cached with their groups.</summary>
    private void EvictAll()
    {
        cache.EvictAll();
        userCache.EvictAll();
    }
}
