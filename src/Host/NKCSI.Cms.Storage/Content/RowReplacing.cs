using NKCSI.Cms.Storage.Database;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Writes whole rows that exist already.</summary>
internal static class RowReplacing
{
    /// <summary>Writes every column of rows that exist, found by their key, and forgets the rows.</summary>
    public static void Replace<TRow>(this CmsDbContext context, params IEnumerable<TRow> rows)
        where TRow : class
    {
        context.Set<TRow>().UpdateRange(rows);
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <summary>The null that stands for the unknown user in columns with a foreign key.</summary>
    public static int? UserOrNull(int userId) => userId == 0 ? null : userId;
}
