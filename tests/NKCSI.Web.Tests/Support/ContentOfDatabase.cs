using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NKCSI.Web.Tests.Support;

/// <summary>
/// What a database holds, one line per fact, without what a host makes up anew each time: row numbers, dates, paths
/// by row number.
/// </summary>
internal static class ContentOfDatabase
{
    /// <summary>Folders of data types, document types and media types: their files name them, but give them no key.</summary>
    private const string Folders =
        "'521231E3-8B37-469C-9F9D-51AFC91FEB7B', '2F7A2769-6B0B-4468-90DD-AF42D64F7F16', '42AEF799-B288-4744-9B10-BE144B73CDC4'";

    private static readonly string[] Facts =
    [
        """
            SELECT 'node', CASE WHEN n.nodeObjectType IN (@folders) THEN NULL ELSE n.uniqueId END, n.nodeObjectType,
              n.text, n.level, n.sortOrder, n.trashed,
              CASE WHEN p.nodeObjectType IN (@folders) THEN p.text ELSE p.uniqueId END
            FROM umbracoNode n JOIN umbracoNode p ON p.id = n.parentId
            """,
        """
            SELECT 'document', n.uniqueId, t.alias, d.published, d.edited,
              (SELECT COUNT(*) FROM umbracoContentVersion v WHERE v.nodeId = n.id)
            FROM umbracoDocument d JOIN umbracoNode n ON n.id = d.nodeId
            JOIN umbracoContent c ON c.nodeId = n.id JOIN cmsContentType t ON t.nodeId = c.contentTypeId
            """,
        """
            SELECT 'culture', n.uniqueId, l.languageISOCode, v.name, v.available, v.published, v.edited
            FROM umbracoDocumentCultureVariation v JOIN umbracoNode n ON n.id = v.nodeId
            JOIN umbracoLanguage l ON l.id = v.languageId
            """,
        """
            SELECT 'value', n.uniqueId, t.Alias, l.languageISOCode, v.current, d.published, p.segment,
              p.intValue, p.decimalValue, p.dateValue, p.varcharValue, p.textValue
            FROM umbracoPropertyData p JOIN cmsPropertyType t ON t.id = p.propertyTypeId
            JOIN umbracoContentVersion v ON v.id = p.versionId JOIN umbracoNode n ON n.id = v.nodeId
            LEFT JOIN umbracoDocumentVersion d ON d.id = v.id LEFT JOIN umbracoLanguage l ON l.id = p.languageId
            """,
        """
            SELECT 'type', n.uniqueId, t.alias, t.isElement, t.allowAtRoot, t.variations,
              (SELECT COUNT(*) FROM cmsPropertyType p WHERE p.contentTypeId = t.nodeId)
            FROM cmsContentType t JOIN umbracoNode n ON n.id = t.nodeId
            """,
        """
            SELECT 'property', p.UniqueId, p.Alias, p.Name, p.mandatory, p.variations, p.sortOrder, d.uniqueId
            FROM cmsPropertyType p JOIN umbracoNode d ON d.id = p.dataTypeId
            """,
        """
            SELECT 'data type', n.uniqueId, d.propertyEditorAlias, d.propertyEditorUiAlias, d.dbType, d.config
            FROM umbracoDataType d JOIN umbracoNode n ON n.id = d.nodeId
            """,
        """
            SELECT 'text', d.key, l.languageISOCode, t.value
            FROM cmsLanguageText t JOIN cmsDictionary d ON d.id = t.UniqueId JOIN umbracoLanguage l ON l.id = t.languageId
            """,
        """
            SELECT 'domain', m.domainName, l.languageISOCode, n.uniqueId, m.sortOrder
            FROM umbracoDomain m LEFT JOIN umbracoNode n ON n.id = m.domainRootStructureID
            LEFT JOIN umbracoLanguage l ON l.id = m.domainDefaultLanguage
            """,
        """
            SELECT 'relation', t.alias, p.uniqueId, c.uniqueId
            FROM umbracoRelation r JOIN umbracoRelationType t ON t.id = r.relType
            JOIN umbracoNode p ON p.id = r.parentId JOIN umbracoNode c ON c.id = r.childId
            """,
        """
            SELECT 'segment', u.uniqueId, u.isDraft, u.urlSegment, l.languageISOCode
            FROM umbracoDocumentUrl u LEFT JOIN umbracoLanguage l ON l.id = u.languageId
            """,
        "SELECT 'language', languageISOCode, isDefaultVariantLang, mandatory FROM umbracoLanguage",
        "SELECT 'user', userName, userEmail, userDisabled FROM umbracoUser",
        """
            SELECT 'member of', u.userEmail, g.userGroupAlias
            FROM umbracoUser2UserGroup m JOIN umbracoUser u ON u.id = m.userId JOIN umbracoUserGroup g ON g.id = m.userGroupId
            """,
    ];

    /// <summary>All facts in an order of their own.</summary>
    public static IReadOnlyList<string> Read(string databaseFile)
    {
        using var connection = TemporaryDataFolder.OpenDatabase(databaseFile);
        return [.. Facts.SelectMany(query => Rows(connection, query)).Order(StringComparer.Ordinal)];
    }

    /// <summary>What SQLite finds wrong with the file or its foreign keys; empty when nothing is.</summary>
    public static IReadOnlyList<string> Faults(string databaseFile)
    {
        using var connection = TemporaryDataFolder.OpenDatabase(databaseFile);
        return
        [
            .. Rows(connection, "PRAGMA integrity_check").Where(row => row != "ok"),
            .. Rows(connection, "PRAGMA foreign_key_check"),
        ];
    }

    /// <summary>The first column of the first row.</summary>
    public static string? Single(string databaseFile, string query)
    {
        using var connection = TemporaryDataFolder.OpenDatabase(databaseFile);
        return Rows(connection, query).FirstOrDefault();
    }

    /// <summary>What only one of two lists holds, shortened to what a message can show.</summary>
    public static string Differences(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var missing = Without(expected, actual);
        var added = Without(actual, expected);
        return string.Join(
            '\n',
            [.. missing.Take(15).Select(fact => "- " + fact), .. added.Take(15).Select(fact => "+ " + fact)]
        );
    }

    /// <summary>As multisets: a fact that is there twice is a difference.</summary>
    private static List<string> Without(IReadOnlyList<string> facts, IReadOnlyList<string> others)
    {
        var left = others
            .GroupBy(fact => fact, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. facts.Where(fact => !left.TryGetValue(fact, out var count) || (left[fact] = count - 1) < 0)];
    }

    private static IEnumerable<string> Rows(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are those above and of the tests.
        command.CommandText = query.Replace("@folders", Folders, StringComparison.Ordinal);
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return string.Join(
                " | ",
                Enumerable
                    .Range(0, reader.FieldCount)
                    .Select(i =>
                        reader.IsDBNull(i) ? "∅" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)
                    )
            );
        }
    }
}
