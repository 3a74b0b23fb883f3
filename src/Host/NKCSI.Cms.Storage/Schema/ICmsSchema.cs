namespace NKCSI.Cms.Storage.Schema;

/// <summary>The database of the site, in the schema of Umbraco 17 (contracts/storage/schema.sql).</summary>
public interface ICmsSchema
{
    /// <summary>Whether the database exists and holds Umbraco's tables.</summary>
    bool IsInstalled();

    /// <summary>Creates the database with its tables and Umbraco's seeds; all or nothing.</summary>
    void Install();
}
