using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace NKCSI.Cms.Storage.Tests.Schema;

/// <summary>
/// What the tables and indexes of a database are: per table its columns in order (type, collation, nullability, default)
/// and its constraints, per index its definition. Spaces and quotes say nothing and are left out.
/// </summary>
internal static partial class SchemaFacts
{
    public static SortedDictionary<string, string[]> Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL";
        using var reader = command.ExecuteReader();
        var facts = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var (type, name, sql) = (reader.GetString(0), reader.GetString(1), reader.GetString(2));
            facts.Add($"{type} {name}", type == "table" ? Table(sql) : [Tidy(sql)]);
        }

        return facts;
    }

    /// <summary>Reads the form in which the facts of the genuine database are kept.</summary>
    public static SortedDictionary<string, string[]> Parse(string text)
    {
        var facts = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(' '))
            {
                current.Add(line.Trim());
            }
            else
            {
                facts.Add(line, current = []);
            }
        }

        return new SortedDictionary<string, string[]>(
            facts.ToDictionary(fact => fact.Key, fact => fact.Value.ToArray(), StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    private static string[] Table(string sql)
    {
        var start = sql.IndexOf('(', StringComparison.Ordinal) + 1;
        var parts = Split(sql[start..sql.LastIndexOf(')')]).ConvertAll(Tidy);
        return
        [
            .. parts.Where(part => !IsConstraint(part)),
            .. parts.Where(IsConstraint).Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsConstraint(string part) => part.StartsWith("CONSTRAINT", StringComparison.Ordinal);

    private static List<string> Split(string body)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var index = 0; index < body.Length; index++)
        {
            switch (body[index])
            {
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case ',' when depth == 0:
                    parts.Add(body[start..index]);
                    start = index + 1;
                    break;
            }
        }

        parts.Add(body[start..]);
        return parts;
    }

    private static string Tidy(string sql) =>
        AroundMarks()
            .Replace(Spaces().Replace(sql.Replace("\"", string.Empty, StringComparison.Ordinal), " "), "${mark}")
            .Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*(?<mark>[(),])\s*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AroundMarks();
}
