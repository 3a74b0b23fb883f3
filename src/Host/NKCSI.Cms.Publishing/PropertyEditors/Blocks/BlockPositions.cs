using Umbraco.Cms.Core.Models.Blocks;

namespace NKCSI.Cms.Publishing.PropertyEditors.Blocks;

/// <summary>Where each block stands in its list, to be asked before blocks that nothing shows are left out.</summary>
internal static class BlockPositions
{
    public static IReadOnlyDictionary<Guid, int> Of(BlockValue blocks)
    {
        var positions = new Dictionary<Guid, int>();
        foreach (var list in new[] { blocks.ContentData, blocks.SettingsData })
        {
            for (var index = 0; index < list.Count; index++)
            {
                positions[list[index].Key] = index;
            }
        }

        return positions;
    }
}
