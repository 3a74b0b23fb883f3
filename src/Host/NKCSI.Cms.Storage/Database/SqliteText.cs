using Microsoft.Data.Sqlite;

namespace NKCSI.Cms.Storage.Database;

/// <summary>
/// SQLite's LIKE and NOCASE ignore the case of ASCII letters only; names here are Bulgarian. The function is one of our
/// own: replacing <c>like</c> itself would cost the index on node paths.
/// </summary>
internal static class SqliteText
{
    public const string ContainsFunction = "nkcsi_contains";

    /// <summary>Whether the text holds the part, whatever the case. In a query this runs inside SQLite.</summary>
    public static bool ContainsIgnoringCase(string? text, string part) =>
        text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase);

    public static void Register(SqliteConnection connection) =>
        connection.CreateFunction<string?, string?, bool>(
            ContainsFunction,
            (text, part) => part is not null && ContainsIgnoringCase(text, part),
            isDeterministic: true
        );
}
