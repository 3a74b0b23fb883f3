using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.DistributedLocking;

namespace NKCSI.Cms.Storage.Scopes;

/// <summary>
/// Umbraco's locks on SQLite: a write lock flips its row inside the transaction and so holds the one writer; a read
/// lock is the snapshot that the transaction has anyway. Both end with the transaction.
/// </summary>
internal sealed class SqliteLocking(ScopeStack stack)
    : IDistributedLockingMechanism,
        IDistributedLockingMechanismFactory
{
    public bool Enabled => true;

    public IDistributedLockingMechanism DistributedLockingMechanism => this;

    public IDistributedLock ReadLock(int lockId, TimeSpan? obtainLockTimeout = null) =>
        new HeldLock(lockId, DistributedLockType.ReadLock);

    public IDistributedLock WriteLock(int lockId, TimeSpan? obtainLockTimeout = null)
    {
        var session = (stack.Scope ?? throw new InvalidOperationException("A lock was asked for outside a scope."))
            .Root
            .Session;
        session.TakeWriter(obtainLockTimeout, lockId);
        var locked = session
            .Context.Set<LockRow>()
            .Where(row => row.Id == lockId)
            .ExecuteUpdate(set => set.SetProperty(row => row.Value, row => row.Value == 1 ? -1 : 1));
        return locked == 1
            ? new HeldLock(lockId, DistributedLockType.WriteLock)
            : throw new ArgumentException($"LockObject with id={lockId} does not exist.", nameof(lockId));
    }

    private sealed record HeldLock(int LockId, DistributedLockType LockType) : IDistributedLock
    {
        public void Dispose()
        {
            // The lock lives as long as the transaction.
        }
    }
}
