using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Users;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Models.Membership.Permissions;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>What user groups may do with single documents. The tables speak of keys, Core of ids.</summary>
internal sealed class DocumentAccess(ScopedDatabase database)
{
    private CmsDbContext Db => database.Context;

    public EntityPermissionCollection Of(int documentId) =>
        new(
            (
                from permission in Granted(documentId)
                join userGroup in Db.Set<UserGroupRow>() on permission.UserGroupKey equals userGroup.Key
                select new { userGroup.Id, permission.Permission }
            )
                .AsEnumerable()
                .GroupBy(row => row.Id, row => row.Permission)
                .Select(userGroup => new EntityPermission(
                    userGroup.Key,
                    documentId,
                    userGroup.ToHashSet(StringComparer.Ordinal)
                ))
        );

    /// <summary>The given permissions take the place of all that the document had.</summary>
    public void Replace(EntityPermissionSet permissions)
    {
        Granted(permissions.EntityId).ExecuteDelete();
        Insert(
            permissions.EntityId,
            permissions.PermissionsSet.SelectMany(userGroup =>
                userGroup.AssignedPermissions.Select(permission => (userGroup.UserGroupId, permission))
            )
        );
    }

    /// <summary>Grants one permission to the groups, beside what they have.</summary>
    public void Assign(IContent document, string permission, IEnumerable<int> userGroupIds)
    {
        var ids = userGroupIds.Distinct().ToArray();
        var keys = Db.Set<UserGroupRow>().Where(row => EF.Parameter(ids).Contains(row.Id)).Select(row => row.Key);
        Granted(document.Id)
            .Where(row => row.Permission == permission && keys.Contains(row.UserGroupKey))
            .ExecuteDelete();
        Insert(document.Id, ids.Select(id => (id, permission)));
    }

    private IQueryable<UserGroupGranularPermissionRow> Granted(int documentId) =>
        Db.Set<UserGroupGranularPermissionRow>()
            .Where(row =>
                row.Context == DocumentGranularPermission.ContextType
                && Db.Set<NodeRow>().Any(node => node.Id == documentId && node.Key == row.UniqueId)
            );

    private void Insert(int documentId, IEnumerable<(int UserGroupId, string Permission)> permissions)
    {
        var key = Db.Set<NodeRow>().Where(node => node.Id == documentId).Select(node => node.Key).Single();
        var userGroups = Db.Set<UserGroupRow>().ToDictionary(row => row.Id, row => row.Key);
        Db.Insert(
            permissions
                .Where(permission => userGroups.ContainsKey(permission.UserGroupId))
                .Select(permission => new UserGroupGranularPermissionRow
                {
                    UserGroupKey = userGroups[permission.UserGroupId],
                    UniqueId = key,
                    Permission = permission.Permission,
                    Context = DocumentGranularPermission.ContextType,
                })
        );
    }
}
