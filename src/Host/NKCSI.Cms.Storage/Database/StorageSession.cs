using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NKCSI.Cms.Storage.Database;

/// <summary>
/// The connection and transaction of one root scope. Reading runs in a deferred transaction (a WAL snapshot that makes
/// nobody wait). At the first write the snapshot is given up and the writer is taken (BEGIN IMMEDIATE): a snapshot that
/// another commit has overtaken could never become a writer. The price is read-committed isolation up to that point.
/// </summary>
internal sealed class StorageSession : IDisposable
{
    private static readonly TimeSpan DefaultWriterTimeout = TimeSpan.FromSeconds(30);

    private readonly WriterQueue _writers;
    private readonly SqliteConnection _connection;
    private SqliteTransaction? _transaction;

    public StorageSession(StorageConnection connections, WriterQueue writers, IDbContextFactory<CmsDbContext> contexts)
    {
        _writers = writers;
        _connection = connections.Open();
        _transaction = _connection.BeginTransaction(deferred: true);
        Context = contexts.CreateDbContext();
        Context.Database.SetDbConnection(_connection);
        // Rolling back is the scope's business; a savepoint per SaveChanges would only cost statements.
        Context.Database.AutoSavepointsEnabled = false;
        Context.Database.UseTransaction(_transaction);
        Context.TakeWriter = () => TakeWriter();
        WriterGate.Attach(_connection, this);
    }

    public CmsDbContext Context { get; }

    public bool IsWriter { get; private set; }

    /// <summary>The transaction in force; commands that EF Core built before the writer was taken move over to it.</summary>
    public IDbTransaction Transaction =>
        _transaction ?? throw new InvalidOperationException("The transaction has ended.");

    /// <summary>Takes the one writer of the database, if this session has not got it yet.</summary>
    /// <param name="timeout">How long to wait; 30 seconds when not given.</param>
    /// <param name="lockId">The Umbraco lock on whose behalf the writer is taken; 0 for none.</param>
    public void TakeWriter(TimeSpan? timeout = null, int lockId = 0)
    {
        if (IsWriter)
        {
            return;
        }

        Context.Database.UseTransaction(null);
        _transaction?.Commit();
        _transaction?.Dispose();
        _transaction = null;

        _writers.Enter(timeout ?? DefaultWriterTimeout, lockId);
        try
        {
            _transaction = _connection.BeginTransaction(deferred: false);
        }
        catch
        {
            _writers.Leave();
            throw;
        }

        IsWriter = true;
        Context.Database.UseTransaction(_transaction);
    }

    /// <param name="whileWriter">Runs after the commit and before the next writer may start.</param>
    public void Commit(Action whileWriter)
    {
        Context.Database.UseTransaction(null);
        _transaction?.Commit();
        if (IsWriter)
        {
            whileWriter();
        }
    }

    public void Dispose()
    {
        WriterGate.Detach(_connection);
        Context.TakeWriter = null;
        Context.ChangeTracker.Clear();
        Context.Database.UseTransaction(null);
        Context.Database.SetDbConnection(null);
        Context.Dispose();
        _transaction?.Dispose();
        _connection.Dispose();
        if (IsWriter)
        {
            IsWriter = false;
            _writers.Leave();
        }
    }
}
