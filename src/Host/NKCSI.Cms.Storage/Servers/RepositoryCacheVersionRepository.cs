using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Servers;

/// <summary>
/// The caches of one server are never older than its own writes: no versions are kept. The storage issue brings the
/// rows (umbracoRepositoryCacheVersion) for several servers.
/// </summary>
internal sealed class RepositoryCacheVersionRepository : IRepositoryCacheVersionRepository
{
    public Task<RepositoryCacheVersion?> GetAsync(string identifier) => Task.FromResult<RepositoryCacheVersion?>(null);

    public Task<IEnumerable<RepositoryCacheVersion>> GetAllAsync() =>
        Task.FromResult<IEnumerable<RepositoryCacheVersion>>([]);

    public Task SaveAsync(RepositoryCacheVersion repositoryCacheVersion) => Task.CompletedTask;
}
