using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Servers;

/// <summary>
/// One server needs no list of servers: the list is empty and stays so. The storage issue brings the rows
/// (umbracoServer) for several servers.
/// </summary>
internal sealed class ServerRegistrationRepository : IServerRegistrationRepository
{
    public IServerRegistration? Get(int id) => null;

    public IEnumerable<IServerRegistration> GetMany(params int[]? ids) => [];

    public bool Exists(int id) => false;

    public IEnumerable<IServerRegistration> Get(IQuery<IServerRegistration> query) => [];

    public int Count(IQuery<IServerRegistration>? query) => 0;

    public void Save(IServerRegistration entity)
    {
        // The list stays empty.
    }

    public void Delete(IServerRegistration entity)
    {
        // The list is empty.
    }

    public void DeactiveStaleServers(TimeSpan staleTimeout)
    {
        // The list is empty.
    }

    public void ClearCache()
    {
        // Nothing is cached.
    }
}
