using Umbraco.Cms.Core.DistributedLocking.Exceptions;

namespace NKCSI.Cms.Storage.Database;

/// <summary>
/// SQLite has one writer. Writers of this process wait here, first come first served, instead of polling the file:
/// polling is unfair, and under parallel editors somebody would wait for seconds.
/// </summary>
internal sealed class WriterQueue : IDisposable
{
    private readonly SemaphoreSlim _slot = new(1, 1);

    /// <summary>Waits for the slot.</summary>
    /// <exception cref="DistributedWriteLockTimeoutException">Another writer kept the slot for the whole time-out.</exception>
    public void Enter(TimeSpan timeout, int lockId)
    {
        if (!_slot.Wait(timeout))
        {
            throw new DistributedWriteLockTimeoutException(lockId);
        }
    }

    public void Leave() => _slot.Release();

    public void Dispose() => _slot.Dispose();
}
