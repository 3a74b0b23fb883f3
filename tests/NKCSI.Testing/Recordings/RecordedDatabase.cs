using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace NKCSI.Testing.Recordings;

/// <summary>
/// What happened to the rows of a database from one look to the next, in the form of the recordings: keys that the
/// database gave to rows after the seeds are written <c>table#n</c>.
/// </summary>
internal sealed class RecordedDatabase : IDisposable
{
    /// <summary>Bookkeeping of a running host, not of the content.</summary>
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "umbracoServer",
        "umbracoLastSynced",
        "umbracoDistributedJob",
        "umbracoCacheInstruction",
        "umbracoUserLogin",
        "umbracoRepositoryCacheVersion",
        "umbracoOpenIddictTokens",
        "umbracoOpenIddictAuthorizations",
        "umbracoOpenIddictApplications",
        "umbracoOpenIddictScopes",
        "umbracoLock",
        // The published cache of a genuine host; ours keeps none in the database.
        "cmsContentNu",
    };

    private readonly SqliteConnection _connection;
    private readonly SortedDictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, long), string> _symbols = [];
    private Dictionary<string, Dictionary<string, JsonObject>> _before;

    public RecordedDatabase(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        _connection.Open();
        var names = Query("select name from sqlite_master where type='table' order by name", row => row.GetString(0));
        var references = names.ToDictionary(
            name => name,
            name =>
                Query(
                        $"pragma foreign_key_list(\"{name}\")",
                        row =>
                            (
                                From: row.GetString(3),
                                To: (Table: row.GetString(2), Column: row.IsDBNull(4) ? "" : row.GetString(4))
                            )
                    )
                    .DistinctBy(key => key.From)
                    .ToDictionary(key => key.From, key => key.To, StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        foreach (var name in names.Where(name => !LeftOut.Contains(name) && !IsOfTheSystem(name)))
        {
            _tables[name] = Describe(name, references);
        }

        _before = Rows();
        foreach (var (name, table) in _tables.Where(table => table.Value.Counter is not null))
        {
            table.Seeds.UnionWith(
                _before[name]
                    .Values.Select(row => row[table.Counter!])
                    .OfType<JsonValue>()
                    .Select(v => v.GetValue<long>())
            );
        }
    }

    /// <summary>The rows inserted, updated and deleted since the last look, table by table.</summary>
    public JsonObject Changes()
    {
        var after = Rows();
        var changes = new JsonObject();
        foreach (var (name, table) in _tables)
        {
            var (old, now) = (_before[name], after[name]);
            var entry = new JsonObject();
            Add(entry, "inserted", now.Where(row => !old.ContainsKey(row.Key)).Select(row => Named(table, row.Value)));
            Add(entry, "deleted", old.Where(row => !now.ContainsKey(row.Key)).Select(row => Named(table, row.Value)));
            Add(
                entry,
                "updated",
                now.Where(row => old.TryGetValue(row.Key, out var was) && !JsonNode.DeepEquals(was, row.Value))
                    .Select(row => Changed(table, old[row.Key], row.Value))
            );
            if (entry.Count > 0)
            {
                changes[name] = entry;
            }
        }

        _before = after;
        return changes;
    }

    public void Dispose() => _connection.Dispose();

    private static bool IsOfTheSystem(string name) =>
        name.StartsWith("sqlite_", StringComparison.Ordinal)
        || name.StartsWith("nkcsi", StringComparison.Ordinal)
        || name.StartsWith("__", StringComparison.Ordinal);

    private static void Add(JsonObject entry, string kind, IEnumerable<JsonObject> rows)
    {
        var array = new JsonArray([.. rows]);
        if (array.Count > 0)
        {
            entry[kind] = array;
        }
    }

    private Table Describe(
        string name,
        Dictionary<string, Dictionary<string, (string Table, string Column)>> references
    )
    {
        var columns = Query(
            $"pragma table_info(\"{name}\")",
            row => (Name: row.GetString(1), Type: row.GetString(2), Key: row.GetInt32(5))
        );
        string[] keys = [.. columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(c => c.Name)];
        var counter =
            keys is [var only]
            && columns.Single(c => c.Name == only).Type.StartsWith("INT", StringComparison.OrdinalIgnoreCase)
                ? only
                : null;
        return new Table(
            name,
            keys,
            references[name].Keys.ToDictionary(c => c, c => Root(references, name, c)),
            counter
        );
    }

    /// <summary>The table whose counter the column holds, through chains such as umbracoContent.nodeId.</summary>
    private static string Root(
        Dictionary<string, Dictionary<string, (string Table, string Column)>> references,
        string table,
        string column
    )
    {
        while (
            references.TryGetValue(table, out var keys)
            && keys.TryGetValue(column, out var target)
            && target.Table != table
        )
        {
            (table, column) = target;
        }

        return table;
    }

    private Dictionary<string, Dictionary<string, JsonObject>> Rows() =>
        _tables.ToDictionary(
            table => table.Key,
            table =>
                Query($"select * from \"{table.Key}\"", ToJson)
                    .ToDictionary(
                        row =>
                            table.Value.Keys.Length > 0
                                ? string.Join('\u001f', table.Value.Keys.Select(key => row[key]?.ToJsonString()))
                                : row.ToJsonString(),
                        StringComparer.Ordinal
                    ),
            StringComparer.Ordinal
        );

    private JsonObject Changed(Table table, JsonObject was, JsonObject now)
    {
        var (before, after) = (Named(table, was), Named(table, now));
        var key = new JsonObject();
        foreach (var column in table.Keys)
        {
            key[column] = after[column]?.DeepClone();
        }

        var changed = new JsonObject();
        foreach (var (column, value) in after)
        {
            if (!JsonNode.DeepEquals(before[column], value))
            {
                changed[column] = new JsonArray(before[column]?.DeepClone(), value?.DeepClone());
            }
        }

        return new JsonObject { ["row"] = key, ["changed"] = changed };
    }

    private JsonObject Named(Table table, JsonObject row)
    {
        var named = new JsonObject();
        foreach (var (column, value) in row)
        {
            named[column] = table switch
            {
                _ when table.Foreign.TryGetValue(column, out var target) => Symbol(target, value),
                _ when column == table.Counter => Symbol(table.Name, value),
                { Name: "umbracoNode" } when column == "path" && value is not null => JsonValue.Create(
                    string.Join(
                        ',',
                        value
                            .GetValue<string>()
                            .Split(',')
                            .Select(part =>
                                Symbol("umbracoNode", JsonValue.Create(long.Parse(part, CultureInfo.InvariantCulture)))
                            )
                    )
                ),
                { Name: "umbracoLog" } when column == "NodeId" => Symbol("umbracoNode", value),
                _ => value?.DeepClone(),
            };
        }

        return named;
    }

    private JsonNode? Symbol(string name, JsonNode? value)
    {
        if (
            value is not JsonValue number
            || !number.TryGetValue<long>(out var id)
            || !_tables.TryGetValue(name, out var table)
            || table.Counter is null
            || table.Seeds.Contains(id)
        )
        {
            return value?.DeepClone();
        }

        if (!_symbols.TryGetValue((name, id), out var symbol))
        {
            var place = _symbols.Keys.Count(known => known.Item1 == name) + 1;
            _symbols[(name, id)] = symbol = string.Create(CultureInfo.InvariantCulture, $"{name}#{place}");
        }

        return JsonValue.Create(symbol);
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static JsonObject ToJson(SqliteDataReader reader)
    {
        var row = new JsonObject();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            row[reader.GetName(i)] = reader.GetValue(i) switch
            {
                long number => JsonValue.Create(number),
                double number => JsonValue.Create(number),
                string text => JsonValue.Create(text),
                byte[] bytes => new JsonObject { ["bytes"] = bytes.Length },
                _ => null,
            };
        }

        return row;
    }

    private sealed record Table(string Name, string[] Keys, Dictionary<string, string> Foreign, string? Counter)
    {
        public HashSet<long> Seeds { get; } = [];
    }
}
