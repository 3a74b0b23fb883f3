using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace NKCSI.Cms.Storage.Database;

/// <summary>Opens connections to the database that <c>ConnectionStrings:umbracoDbDSN</c> names.</summary>
internal sealed class StorageConnection(IOptionsMonitor<ConnectionStrings> connectionStrings)
{
    /// <summary>The database file.</summary>
    public string FilePath => Builder().DataSource;

    public SqliteConnection Open(SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var builder = Builder();
        builder.Mode = mode;
        var connection = new SqliteConnection(builder.ToString());
        connection.Open();
        SqliteText.Register(connection);
        return connection;
    }

    private SqliteConnectionStringBuilder Builder()
    {
        var text = connectionStrings.CurrentValue.ConnectionString;
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidOperationException("The connection string 'umbracoDbDSN' is missing.");
        }

        return new SqliteConnectionStringBuilder(text)
        {
            // With a shared cache one open writer locks whole tables against the readers of this process;
            // WAL snapshots do not. Umbraco's default connection string asks for it, so it is overruled here.
            Cache = SqliteCacheMode.Private,
            ForeignKeys = true,
        };
    }
}
