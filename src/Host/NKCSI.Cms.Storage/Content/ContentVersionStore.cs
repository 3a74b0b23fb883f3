using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Media;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.Content;

/// <summary>The version rows that all content has, and the end of versions.</summary>
internal sealed class ContentVersionStore(ScopedDatabase database)
{
    private CmsDbContext Db => database.Context;

    /// <summary>The version that an entity is about to change.</summary>
    /// <exception cref="InvalidOperationException">The entity was loaded before another save made a newer version.</exception>
    public ContentVersionRow Current(IContentBase entity) =>
        Db.Set<ContentVersionRow>().FirstOrDefault(row => row.Id == entity.VersionId && row.Current)
        ?? throw new InvalidOperationException("Cannot save a non-current version.");

    /// <summary>The row of the draft version as the entity is now.</summary>
    public static ContentVersionRow ToRow(IContentBase entity) =>
        new()
        {
            Id = entity.VersionId,
            NodeId = entity.Id,
            VersionDate = entity.UpdateDate,
            UserId = RowReplacing.UserOrNull(entity.WriterId),
            Current = true,
            Name = entity.Name,
        };

    /// <summary>The ids of the newest versions, the current one first.</summary>
    public IEnumerable<int> NewestIds(int nodeId, int maxRows) =>
        Db.Set<ContentVersionRow>()
            .Where(row => row.NodeId == nodeId)
            .OrderByDescending(row => row.Current)
            .ThenByDescending(row => row.VersionDate)
            .Take(maxRows)
            .Select(row => row.Id)
            .ToList();

    /// <summary>Deletes one version, unless it is already gone.</summary>
    /// <exception cref="InvalidOperationException">It is the current version, or a document's published one.</exception>
    public void Delete(int versionId)
    {
        var version = Db.Set<ContentVersionRow>().FirstOrDefault(row => row.Id == versionId);
        if (version is null)
        {
            return;
        }

        if (version.Current)
        {
            throw new InvalidOperationException("Cannot delete the current version.");
        }

        if (Db.Set<DocumentVersionRow>().Any(row => row.Id == versionId && row.Published))
        {
            throw new InvalidOperationException("Cannot delete the published version.");
        }

        DeleteRows([versionId]);
    }

    /// <summary>Deletes the versions older than the date, but neither the current nor the published one.</summary>
    public void DeleteOlder(int nodeId, DateTime versionDate)
    {
        var published = Db.Set<DocumentVersionRow>().Where(row => row.Published).Select(row => row.Id);
        DeleteRows([
            .. Db.Set<ContentVersionRow>()
                .Where(row =>
                    row.NodeId == nodeId && !row.Current && row.VersionDate < versionDate && !published.Contains(row.Id)
                )
                .Select(row => row.Id),
        ]);
    }

    /// <summary>Deletes versions with all their rows, in chunks that do not hold the writer too long in one statement.</summary>
    public void DeleteRows(IReadOnlyCollection<int> versionIds)
    {
        foreach (var ids in versionIds.Chunk(500))
        {
            Db.Set<PropertyDataRow>().Where(row => EF.Parameter(ids).Contains(row.VersionId)).ExecuteDelete();
            Db.Set<ContentVersionCultureRow>().Where(row => EF.Parameter(ids).Contains(row.VersionId)).ExecuteDelete();
            Db.Set<DocumentVersionRow>().Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteDelete();
            Db.Set<MediaVersionRow>().Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteDelete();
            Db.Set<ContentVersionRow>().Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteDelete();
        }
    }
}
