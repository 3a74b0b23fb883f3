using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Servers;

/// <summary>
/// One server has nobody to instruct: there are no instructions, and none is kept. The storage issue brings the rows
/// (umbracoCacheInstruction) for several servers.
/// </summary>
internal sealed class CacheInstructionRepository : ICacheInstructionRepository
{
    public int CountAll() => 0;

    public int CountPendingInstructions(int lastId) => 0;

    public int GetMaxId() => 0;

    public bool Exists(int id) => false;

    public void Add(CacheInstruction cacheInstruction)
    {
        // Nobody would read it.
    }

    public IEnumerable<CacheInstruction> GetPendingInstructions(int lastId, int maxNumberToRetrieve) => [];

    public void DeleteInstructionsOlderThan(DateTime pruneDate)
    {
        // There are none.
    }
}
