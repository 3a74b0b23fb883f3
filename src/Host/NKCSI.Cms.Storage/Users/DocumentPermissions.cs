using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Models.Membership.Permissions;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// Explicit permissions of groups on documents. Core speaks of ids, the rows of keys. A row with an empty permission
/// says that the group may do nothing there (contracts/storage/semantics.md 13).
/// </summary>
internal sealed class DocumentPermissions(ScopedDatabase database)
{
    /// <summary>What the groups were given on the documents; on all documents when none is named.</summary>
    public EntityPermissionCollection Get(int[] groupIds, int[] documentIds)
    {
        var rows =
            from permission in Rows
            join userGroup in database.Context.Set<UserGroupRow>() on permission.UserGroupKey equals userGroup.Key
            join node in database.Context.Set<NodeRow>() on permission.UniqueId equals node.Key
            where groupIds.Contains(userGroup.Id)
            select new
            {
                GroupId = userGroup.Id,
                DocumentId = node.Id,
                permission.Permission,
            };
        if (documentIds.Length > 0)
        {
            rows = rows.Where(row => EF.Parameter(documentIds).Contains(row.DocumentId));
        }

        return new EntityPermissionCollection(
            rows.AsEnumerable()
                .GroupBy(row => (row.GroupId, row.DocumentId), row => row.Permission)
                .Select(given => new EntityPermission(
                    given.Key.GroupId,
                    given.Key.DocumentId,
                    given.Where(permission => permission.Length > 0).ToHashSet(StringComparer.Ordinal)
                ))
        );
    }

    /// <summary>Gives the group exactly these permissions on the documents; takes all away when no document is named.</summary>
    public void Replace(int groupId, ISet<string> permissions, int[] documentIds)
    {
        var groupKey = KeyOf(groupId);
        if (groupKey is null)
        {
            return;
        }

        if (documentIds.Length == 0)
        {
            Rows.Where(row => row.UserGroupKey == groupKey).ExecuteDelete();
            return;
        }

        var keys = KeysOf(documentIds);
        Rows.Where(row => row.UserGroupKey == groupKey && keys.Contains(row.UniqueId!.Value)).ExecuteDelete();
        Insert(groupKey.Value, keys, permissions);
    }

    /// <summary>Gives the group one more permission on the documents.</summary>
    public void Assign(int groupId, string permission, int[] documentIds)
    {
        var groupKey = KeyOf(groupId);
        if (groupKey is null || documentIds.Length == 0)
        {
            return;
        }

        var keys = KeysOf(documentIds);
        Rows.Where(row =>
                row.UserGroupKey == groupKey && row.Permission == permission && keys.Contains(row.UniqueId!.Value)
            )
            .ExecuteDelete();
        Insert(groupKey.Value, keys, [permission]);
    }

    private IQueryable<UserGroupGranularPermissionRow> Rows =>
        database
            .Context.Set<UserGroupGranularPermissionRow>()
            .Where(row => row.Context == DocumentGranularPermission.ContextType);

    private Guid? KeyOf(int groupId) =>
        database
            .Context.Set<UserGroupRow>()
            .Where(row => row.Id == groupId)
            .Select(row => (Guid?)row.Key)
            .SingleOrDefault();

    private List<Guid> KeysOf(int[] documentIds) =>
        [
            .. database
                .Context.Set<NodeRow>()
                .Where(node => EF.Parameter(documentIds).Contains(node.Id))
                .Select(node => node.Key),
        ];

    private void Insert(Guid groupKey, IEnumerable<Guid> keys, IEnumerable<string> permissions)
    {
        var rows =
            from key in keys
            from permission in permissions
            select new UserGroupGranularPermissionRow
            {
                UserGroupKey = groupKey,
                UniqueId = key,
                Permission = permission,
                Context = DocumentGranularPermission.ContextType,
            };
        database.Context.Insert(rows.ToList());
    }
}
