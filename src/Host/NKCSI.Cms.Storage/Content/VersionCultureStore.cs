using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Scopes;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Reads and writes the names and dates that versions have in their cultures.</summary>
internal sealed class VersionCultureStore(ScopedDatabase database)
{
    private CmsDbContext Db => database.Context;

    /// <summary>The culture rows of many versions in one statement.</summary>
    public ILookup<int, ContentVersionCultureRow> Read(IReadOnlyCollection<int> versionIds)
    {
        var ids = versionIds.ToArray();
        return ids.Length == 0
            ? Array.Empty<ContentVersionCultureRow>().ToLookup(row => row.VersionId)
            : Db.Set<ContentVersionCultureRow>()
                .Where(row => EF.Parameter(ids).Contains(row.VersionId))
                .OrderBy(row => row.Id)
                .ToLookup(row => row.VersionId);
    }

    /// <summary>Removes the rows of the version and inserts the given ones, which may be of other versions too.</summary>
    public void Replace(int versionId, IReadOnlyCollection<ContentVersionCultureRow> rows)
    {
        Db.Set<ContentVersionCultureRow>().Where(row => row.VersionId == versionId).ExecuteDelete();
        Db.Insert(rows);
    }
}
