using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Schema;
using Umbraco.Cms.Core.Configuration.Models;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Schema;

/// <summary>
/// The database that we create against that of a genuine Umbraco 17.5.2 right after its installation (Data). Left out
/// there is what differs from one installation to the next: dates, the administrator's name and password, logs, what a
/// running server writes.
/// </summary>
public sealed class FreshDatabaseTests : IDisposable
{
    /// <summary>17.6 adds one index that 17.5.2 has not got.</summary>
    private const string IndexOf176 = "index IX_umbracoContent_contentTypeId";

    private readonly string _folder = Directory.CreateTempSubdirectory("nkcsi-schema-").FullName;
    private readonly ServiceProvider _services;
    private readonly SqliteConnection _connection;

    public FreshDatabaseTests()
    {
        _services = new ServiceCollection()
            .Configure<ConnectionStrings>(settings =>
                settings.ConnectionString = $"Data Source={Path.Combine(_folder, "site.db")}"
            )
            .BuildServiceProvider();
        var connections = new StorageConnection(_services.GetRequiredService<IOptionsMonitor<ConnectionStrings>>());
        new SchemaInstaller(connections, TimeProvider.System).Install();
        _connection = connections.Open();
    }

    public void Dispose()
    {
        _connection.Dispose();
        SqliteConnection.ClearAllPools();
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Install_EmptyFolder_MakesTheTablesAndIndexesOfAGenuineDatabase()
    {
        var genuine = SchemaFacts.Parse(Data("genuine-17.5.2-schema.txt"));
        var ours = SchemaFacts.Read(_connection);

        Assert.Equal(
            ["CREATE INDEX IX_umbracoContent_contentTypeId ON umbracoContent(contentTypeId)"],
            ours[IndexOf176]
        );
        ours.Remove(IndexOf176);
        Assert.Equal(genuine.Keys, ours.Keys);
        Assert.All(genuine, fact => Assert.Equal(fact.Value, ours[fact.Key]));
    }

    [Fact]
    public void Install_EmptyFolder_WritesTheRowsOfAGenuineDatabase()
    {
        var genuine = Data("genuine-17.5.2-rows.jsonl")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .GroupBy(line => (string)line["table"]!, line => line["row"]!.AsObject(), StringComparer.Ordinal)
            .ToList();

        foreach (var table in genuine)
        {
            var columns = table.First().Select(column => column.Key).ToList();
            var expected = table.Select(row => row.ToJsonString()).Order(StringComparer.Ordinal);
            Assert.Equal(expected, Rows(table.Key, columns));
        }

        var filled = Tables().Where(table => Count(table) > 0);
        Assert.Empty(filled.Except(genuine.Select(table => table.Key), StringComparer.Ordinal));
    }

    [Fact]
    public void Install_EmptyFolder_LeavesNoBrokenReference()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_key_check";
        using var reader = command.ExecuteReader();
        Assert.False(reader.HasRows);
    }

    private List<string> Tables()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    // The names of tables and columns come from the test's own data.
#pragma warning disable CA2100
    private long Count(string table)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM \"{table}\"";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private List<string> Rows(string table, IReadOnlyList<string> columns)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(name => $"\"{name}\""))} FROM \"{table}\"";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            var row = new JsonObject();
            for (var column = 0; column < columns.Count; column++)
            {
                var value = reader.IsDBNull(column) ? null : reader.GetValue(column);
                row[columns[column]] = JsonSerializer.SerializeToNode(value);
            }

            rows.Add(row.ToJsonString());
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
#pragma warning restore CA2100

    private static string Data(string name)
    {
        using var stream = typeof(FreshDatabaseTests).Assembly.GetManifestResourceStream(
            $"NKCSI.Cms.Storage.Tests.Schema.Data.{name}"
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
