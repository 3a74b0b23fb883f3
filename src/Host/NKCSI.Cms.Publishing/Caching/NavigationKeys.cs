using Umbraco.Cms.Core.Services.Navigation;

namespace NKCSI.Cms.Publishing.Caching;

internal static class NavigationKeys
{
    /// <summary>Keys of all items of a type, from the tree in memory.</summary>
    public static HashSet<Guid> AllOfType(this INavigationQueryService navigation, string alias)
    {
        var keys = new HashSet<Guid>();
        if (navigation.TryGetRootKeysOfType(alias, out var rootsOfType))
        {
            keys.UnionWith(rootsOfType);
        }

        if (navigation.TryGetRootKeys(out var roots))
        {
            foreach (var root in roots)
            {
                if (navigation.TryGetDescendantsKeysOfType(root, alias, out var descendants))
                {
                    keys.UnionWith(descendants);
                }
            }
        }

        return keys;
    }
}
