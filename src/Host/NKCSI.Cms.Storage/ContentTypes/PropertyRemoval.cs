using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Tags;
using NKCSI.Cms.Storage.Users;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Deletes property types with the values, tags and permissions that hang on them.</summary>
internal sealed class PropertyRemoval(ScopedDatabase database)
{
    /// <param name="typeKey">The type that loses them; permissions on properties are kept below its key.</param>
    public void Remove(Guid typeKey, IReadOnlyCollection<int> propertyIds)
    {
        if (propertyIds.Count == 0)
        {
            return;
        }

        var rows = database.Context;
        RemovePermissions(typeKey, propertyIds);
        rows.Set<TagRelationshipRow>().Where(row => propertyIds.Contains(row.PropertyTypeId)).ExecuteDelete();
        rows.Set<PropertyDataRow>().Where(row => propertyIds.Contains(row.PropertyTypeId)).ExecuteDelete();
        rows.Set<MemberTypePropertyRow>().Where(row => propertyIds.Contains(row.PropertyTypeId)).ExecuteDelete();
        rows.Set<PropertyTypeRow>().Where(row => propertyIds.Contains(row.Id)).ExecuteDelete();
    }

    /// <summary>A permission on a property reads "property key|verb".</summary>
    private void RemovePermissions(Guid typeKey, IReadOnlyCollection<int> propertyIds)
    {
        var permissions = database.Context.Set<UserGroupGranularPermissionRow>().Where(row => row.UniqueId == typeKey);
        var prefixes = database
            .Context.Set<PropertyTypeRow>()
            .Where(row => propertyIds.Contains(row.Id))
            .Select(row => row.Key)
            .ToList()
            .ConvertAll(key => $"{key}|");
        var stale = permissions
            .ToList()
            .Where(row =>
                prefixes.Exists(prefix => row.Permission.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            )
            .Select(row => row.Id)
            .ToList();
        if (stale.Count > 0)
        {
            permissions.Where(row => stale.Contains(row.Id)).ExecuteDelete();
        }
    }
}
