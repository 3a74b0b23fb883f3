using Umbraco.Cms.Core.Models.Membership.Permissions;

namespace NKCSI.Cms.Storage.Users;

/// <summary>Permissions on one item between Core's model and rows. The context says of which kind the item is.</summary>
internal static class GranularPermissions
{
    public static IGranularPermission ToModel(UserGroupGranularPermissionRow row) =>
        (row.Context, row.UniqueId) switch
        {
            (DocumentGranularPermission.ContextType, { } key) => new DocumentGranularPermission
            {
                Key = key,
                Permission = row.Permission,
            },
            (DocumentPropertyValueGranularPermission.ContextType, { } key) =>
                new DocumentPropertyValueGranularPermission { Key = key, Permission = row.Permission },
            (_, { } key) => new KeyedPermission(row.Context, key) { Permission = row.Permission },
            _ => new UnknownTypeGranularPermission { Context = row.Context, Permission = row.Permission },
        };

    public static UserGroupGranularPermissionRow ToRow(Guid groupKey, IGranularPermission permission) =>
        new()
        {
            UserGroupKey = groupKey,
            UniqueId = permission is INodeGranularPermission node ? node.Key : permission.Key,
            Permission = permission.Permission,
            Context = permission.Context,
        };

    /// <summary>A permission of a context that Core does not know, on an item: saving the group must not lose the item.</summary>
    private sealed record KeyedPermission(string Context, Guid Key) : INodeGranularPermission
    {
        public Guid Key { get; set; } = Key;

        public required string Permission { get; set; }
    }
}
