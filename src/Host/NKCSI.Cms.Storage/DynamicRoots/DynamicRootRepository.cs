using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.DynamicRoot.QuerySteps;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.DynamicRoots;

/// <summary>
/// Where a picker begins when its root is found from the edited document: the nearest or furthest above or below of
/// certain types, the origins included. Each origin counts for itself.
/// </summary>
internal sealed class DynamicRootRepository(ScopedDatabase database) : IDynamicRootRepository
{
    public async Task<Guid?> NearestAncestorOrSelfAsync(IEnumerable<Guid> origins, DynamicRootQueryStep queryStep) =>
        (await AncestorsAsync(origins, queryStep)).LastOrDefault()?.Key;

    public async Task<Guid?> FurthestAncestorOrSelfAsync(IEnumerable<Guid> origins, DynamicRootQueryStep queryStep) =>
        (await AncestorsAsync(origins, queryStep)).FirstOrDefault()?.Key;

    public Task<ICollection<Guid>> NearestDescendantOrSelfAsync(
        ICollection<Guid> origins,
        DynamicRootQueryStep queryStep
    ) => DescendantsAsync(origins, queryStep, levels => levels.MinAsync());

    public Task<ICollection<Guid>> FurthestDescendantOrSelfAsync(
        ICollection<Guid> origins,
        DynamicRootQueryStep queryStep
    ) => DescendantsAsync(origins, queryStep, levels => levels.MaxAsync());

    private async Task<List<NodeRow>> AncestorsAsync(IEnumerable<Guid> origins, DynamicRootQueryStep step)
    {
        var paths = await PathsAsync(origins);
        var ids = paths.SelectMany(path => path.GetIdsFromPathReversed()).Distinct().ToArray();
        return await Candidates(step)
            .Where(node => EF.Parameter(ids).Contains(node.Id))
            .OrderBy(node => node.Level)
            .ThenBy(node => node.SortOrder)
            .ThenBy(node => node.Id)
            .ToListAsync();
    }

    private async Task<ICollection<Guid>> DescendantsAsync(
        IEnumerable<Guid> origins,
        DynamicRootQueryStep step,
        Func<IQueryable<int?>, Task<int?>> levelOf
    )
    {
        var found = new List<Guid>();
        foreach (var path in await PathsAsync(origins))
        {
            var below = path + ",";
            var candidates = Candidates(step).Where(node => node.Path == path || node.Path.StartsWith(below));
            var level = await levelOf(candidates.Select(node => (int?)node.Level));
            found.AddRange(
                await candidates
                    .Where(node => node.Level == level)
                    .OrderBy(node => node.ParentId)
                    .ThenBy(node => node.SortOrder)
                    .ThenBy(node => node.Id)
                    .Select(node => node.Key)
                    .ToListAsync()
            );
        }

        return [.. found.Distinct()];
    }

    private Task<List<string>> PathsAsync(IEnumerable<Guid> origins)
    {
        var keys = origins.ToArray();
        return database
            .Context.Set<NodeRow>()
            .Where(node => EF.Parameter(keys).Contains(node.Key))
            .OrderBy(node => node.Id)
            .Select(node => node.Path)
            .ToListAsync();
    }

    /// <summary>Documents, of any type when the step names none.</summary>
    private IQueryable<NodeRow> Candidates(DynamicRootQueryStep step)
    {
        var types = step.AnyOfDocTypeKeys.ToArray();
        return from node in database.Context.Set<NodeRow>()
            join content in database.Context.Set<ContentRow>() on node.Id equals content.NodeId
            join type in database.Context.Set<NodeRow>() on content.ContentTypeId equals type.Id
            where types.Length == 0 || types.Contains(type.Key)
            select node;
    }
}
