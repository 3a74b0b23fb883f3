using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NKCSI.Cms.Storage.Database;

/// <summary>Every statement that writes passes here and takes the writer first, however it was built.</summary>
internal sealed class WriterGate : DbCommandInterceptor
{
    private static readonly ConditionalWeakTable<DbConnection, StorageSession> Sessions = [];

    public static void Attach(DbConnection connection, StorageSession session) => Sessions.Add(connection, session);

    public static void Detach(DbConnection connection) => Sessions.Remove(connection);

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Pass(command);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Pass(command);
        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    )
    {
        Pass(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Pass(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Pass(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Pass(command);
        return ValueTask.FromResult(result);
    }

    private static void Pass(DbCommand command)
    {
        if (IsRead(command.CommandText) || command.Connection is not { } connection)
        {
            return;
        }

        if (Sessions.TryGetValue(connection, out var session) && !session.IsWriter)
        {
            session.TakeWriter();
            command.Transaction = (DbTransaction)session.Transaction;
        }
    }

    private static bool IsRead(string sql) =>
        sql.AsSpan().TrimStart() is var text
        && (
            text.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("WITH", StringComparison.OrdinalIgnoreCase)
        );
}
