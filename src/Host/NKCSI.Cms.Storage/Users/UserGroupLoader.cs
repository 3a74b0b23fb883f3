using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// Reads groups whole: sections, languages, default and granular permissions and the number of their users, in a fixed
/// number of statements. Single groups are cached, because every user carries them.
/// </summary>
internal sealed class UserGroupLoader(
    ScopedDatabase database,
    EntityCache<IUserGroup> cache,
    IShortStringHelper shortStringHelper
)
{
    /// <summary>The groups of these ids, from the cache where they are there.</summary>
    public IReadOnlyList<IUserGroup> Get(IReadOnlyCollection<int> ids)
    {
        var groups = new List<IUserGroup>();
        var missing = new List<int>();
        foreach (var id in ids.Distinct())
        {
            if (cache.TryGet<IUserGroup>(EntityCache<IUserGroup>.KeyOf(id)) is { } cached)
            {
                groups.Add(cached);
            }
            else
            {
                missing.Add(id);
            }
        }

        if (missing.Count > 0)
        {
            foreach (var group in Load(database.Context.Set<UserGroupRow>().Where(row => missing.Contains(row.Id))))
            {
                cache.Put(EntityCache<IUserGroup>.KeyOf(group.Id), group);
                groups.Add(group);
            }
        }

        groups.Sort((left, right) => left.Id.CompareTo(right.Id));
        return groups;
    }

    /// <summary>The groups of the rows, past the cache, in the order of their ids.</summary>
    public IReadOnlyList<IUserGroup> Load(IQueryable<UserGroupRow> rows)
    {
        var groups = rows.OrderBy(row => row.Id).ToList();
        if (groups.Count == 0)
        {
            return [];
        }

        var context = database.Context;
        var ids = groups.ConvertAll(group => group.Id);
        var keys = groups.ConvertAll(group => group.Key);
        var sections = context
            .Set<UserGroupSectionRow>()
            .Where(row => ids.Contains(row.UserGroupId))
            .ToLookup(row => row.UserGroupId, row => row.App);
        var languages = context
            .Set<UserGroupLanguageRow>()
            .Where(row => ids.Contains(row.UserGroupId))
            .ToLookup(row => row.UserGroupId, row => row.LanguageId);
        var permissions = context
            .Set<UserGroupPermissionRow>()
            .Where(row => keys.Contains(row.UserGroupKey))
            .OrderBy(row => row.Id)
            .ToLookup(row => row.UserGroupKey, row => row.Permission);
        var granular = context
            .Set<UserGroupGranularPermissionRow>()
            .Where(row => keys.Contains(row.UserGroupKey))
            .OrderBy(row => row.Id)
            .ToLookup(row => row.UserGroupKey);
        var users = context
            .Set<UserMembershipRow>()
            .Where(row => ids.Contains(row.UserGroupId))
            .GroupBy(row => row.UserGroupId)
            .Select(members => new { Group = members.Key, Count = members.Count() })
            .ToDictionary(members => members.Group, members => members.Count);

        return
        [
            .. groups.Select(row =>
                ToModel(
                    row,
                    users.GetValueOrDefault(row.Id),
                    sections[row.Id],
                    languages[row.Id],
                    permissions[row.Key],
                    granular[row.Key]
                )
            ),
        ];
    }

    private UserGroup ToModel(
        UserGroupRow row,
        int userCount,
        IEnumerable<string> sections,
        IEnumerable<int> languages,
        IEnumerable<string> permissions,
        IEnumerable<UserGroupGranularPermissionRow> granular
    )
    {
        var group = new UserGroup(shortStringHelper, userCount, row.Alias, row.Name, row.Icon);
        group.DisableChangeTracking();
        group.Id = row.Id;
        group.Key = row.Key;
        group.Description = row.Description;
        group.CreateDate = row.CreateDate;
        group.UpdateDate = row.UpdateDate;
        group.StartContentId = row.StartContentId;
        group.StartMediaId = row.StartMediaId;
        group.HasAccessToAllLanguages = row.HasAccessToAllLanguages;
        group.Permissions = permissions.ToHashSet(StringComparer.Ordinal);
        group.GranularPermissions = granular.Select(GranularPermissions.ToModel).ToHashSet();
        foreach (var section in sections)
        {
            group.AddAllowedSection(section);
        }

        foreach (var language in languages)
        {
            group.AddAllowedLanguage(language);
        }

        group.ResetDirtyProperties(rememberDirty: false);
        group.EnableChangeTracking();
        return group;
    }
}
