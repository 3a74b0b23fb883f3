using Microsoft.Data.Sqlite;

namespace NKCSI.Web.Tests.Support;

/// <summary>A data folder of the test's own, removed with it.</summary>
internal sealed class TemporaryDataFolder : IDisposable
{
    public const string Database = "Umbraco.sqlite.db";

    public string Path { get; } = Directory.CreateTempSubdirectory("nkcsi-web-").FullName;

    public string DatabaseFile => System.IO.Path.Combine(Path, Database);

    /// <summary>A copy of a data folder whose site may be running.</summary>
    public static TemporaryDataFolder CopyOf(string source)
    {
        var copy = new TemporaryDataFolder();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = System.IO.Path.GetRelativePath(source, file);
            if (
                !relative.StartsWith(Database, StringComparison.Ordinal)
                && !relative.EndsWith(".lock", StringComparison.Ordinal)
            )
            {
                var target = System.IO.Path.Combine(copy.Path, relative);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        using var from = OpenDatabase(System.IO.Path.Combine(source, Database));
        using var to = new SqliteConnection($"Data Source={copy.DatabaseFile};Pooling=False");
        to.Open();
        from.BackupDatabase(to);
        return copy;
    }

    public SqliteConnection OpenDatabase() => OpenDatabase(DatabaseFile);

    public static SqliteConnection OpenDatabase(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
