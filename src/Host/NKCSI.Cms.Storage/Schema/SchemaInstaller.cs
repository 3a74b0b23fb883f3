using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using NKCSI.Cms.Storage.Database;

namespace NKCSI.Cms.Storage.Schema;

/// <summary>
/// Makes the database of a fresh Umbraco 17.5.2: tables, indexes and seeds in one transaction, so that a killed
/// installation leaves either nothing or everything.
/// </summary>
internal sealed class SchemaInstaller(StorageConnection connections, TimeProvider clock) : ICmsSchema
{
    public bool IsInstalled()
    {
        if (!File.Exists(connections.FilePath))
        {
            return false;
        }

        using var connection = connections.Open(SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'umbracoKeyValue'";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 1;
    }

    public void Install()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(connections.FilePath)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        using var connection = connections.Open(SqliteOpenMode.ReadWriteCreate);
        // WAL belongs to the file, not to the transaction; readers then never wait for the writer.
        Execute(connection, null, "PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction(deferred: false);
        Execute(connection, transaction, Read("tables.sql"));
        Execute(connection, transaction, Read("seeds.sql"), clock.GetUtcNow().UtcDateTime);
        transaction.Commit();
    }

    private static void Execute(
        SqliteConnection connection,
        SqliteTransaction? transaction,
        string sql,
        DateTime? now = null
    )
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        // The text is a resource of this assembly.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        if (now is { } moment)
        {
            command.Parameters.AddWithValue("@now", moment);
        }

        command.ExecuteNonQuery();
    }

    private static string Read(string name)
    {
        var assembly = typeof(SchemaInstaller).Assembly;
        using var stream =
            assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Schema.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
