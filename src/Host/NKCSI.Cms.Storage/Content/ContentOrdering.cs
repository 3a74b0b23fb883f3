using System.Linq.Expressions;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Puts lists of content in order, by a field of the system or by the value of any property.</summary>
internal static class ContentOrdering
{
    /// <param name="records">What to order.</param>
    /// <param name="db">The database of the scope.</param>
    /// <param name="ordering">The field or property, and the direction.</param>
    /// <param name="languageId">The language of the ordering's culture; null for none.</param>
    /// <exception cref="NotSupportedException">The field is not one of the system's.</exception>
    public static IQueryable<ContentRecord> Apply(
        IQueryable<ContentRecord> records,
        CmsDbContext db,
        Ordering ordering,
        int? languageId
    )
    {
        if (ordering.IsEmpty)
        {
            return records.OrderBy(record => record.Node.Id);
        }

        var ordered = ordering.IsCustomField
            ? ByProperty(records, db, ordering, languageId)
            : ByField(records, db, ordering, languageId);
        // The order must be total, or pages would overlap.
        return ordered.ThenBy(record => record.Node.Id);
    }

    /// <summary>The name in the language, or the invariant one.</summary>
    public static Expression<Func<ContentRecord, string?>> Name(CmsDbContext db, int? languageId) =>
        languageId is null
            ? record => record.Node.Name
            : record =>
                db.Set<ContentVersionCultureRow>()
                    .Where(culture => culture.VersionId == record.Version.Id && culture.LanguageId == languageId)
                    .Select(culture => culture.Name)
                    .FirstOrDefault()
                ?? record.Node.Name;

    private static IOrderedQueryable<ContentRecord> ByField(
        IQueryable<ContentRecord> records,
        CmsDbContext db,
        Ordering ordering,
        int? languageId
    )
    {
        var field = ordering.OrderBy?.ToUpperInvariant();
        return field switch
        {
            "ID" => By(records, ordering, record => record.Node.Id),
            "SORTORDER" => By(records, ordering, record => record.Node.SortOrder),
            "PATH" => By(records, ordering, record => record.Node.Path),
            "CREATEDATE" => By(records, ordering, record => record.Node.CreateDate),
            "VERSIONDATE" or "UPDATEDATE" => By(records, ordering, record => record.Version.VersionDate),
            "NAME" => By(records, ordering, Name(db, languageId)),
            "OWNER" => By(
                records,
                ordering,
                record =>
                    db.Set<UserRow>()
                        .Where(user => user.Id == record.Node.UserId)
                        .Select(user => user.UserName)
                        .FirstOrDefault()
            ),
            "UPDATER" => By(
                records,
                ordering,
                record =>
                    db.Set<UserRow>()
                        .Where(user => user.Id == record.Version.UserId)
                        .Select(user => user.UserName)
                        .FirstOrDefault()
            ),
            "CONTENTTYPEALIAS" => By(
                records,
                ordering,
                record =>
                    db.Set<ContentTypeRow>()
                        .Where(type => type.NodeId == record.Content.ContentTypeId)
                        .Select(type => type.Alias)
                        .FirstOrDefault()
            ),
            "PUBLISHED" => By(records, ordering, Published(db, languageId)),
            _ => throw new NotSupportedException($"Ordering by {ordering.OrderBy} not supported."),
        };
    }

    private static Expression<Func<ContentRecord, bool>> Published(CmsDbContext db, int? languageId) =>
        languageId is null
            ? record => record.Document!.Published
            : record =>
                db.Set<ContentTypeRow>()
                    .Any(type =>
                        type.NodeId == record.Content.ContentTypeId
                        && (type.Variations & (int)ContentVariation.Culture) == 0
                    )
                    ? record.Document!.Published
                    : db.Set<ContentVersionCultureRow>()
                        .Any(culture =>
                            culture.VersionId == record.PublishedVersion!.Id && culture.LanguageId == languageId
                        );

    /// <summary>
    /// A value lies in one column only, so ordering by all of them in turn orders by the value; items without one come
    /// first. Decimals are text in SQLite and compare as numbers only when turned into doubles.
    /// </summary>
    private static IOrderedQueryable<ContentRecord> ByProperty(
        IQueryable<ContentRecord> records,
        CmsDbContext db,
        Ordering ordering,
        int? languageId
    )
    {
        var alias = ordering.OrderBy;
        var values =
            from data in db.Set<PropertyDataRow>()
            join type in db.Set<PropertyTypeRow>() on data.PropertyTypeId equals type.Id
            where type.Alias == alias && (data.LanguageId == null || data.LanguageId == languageId)
            orderby data.LanguageId descending
            select data;
        var ordered = By(
            records,
            ordering,
            record =>
                values
                    .Where(value => value.VersionId == record.Version.Id)
                    .Select(v => v.SortableValue)
                    .FirstOrDefault()
        );
        ordered = Then(
            ordered,
            ordering,
            record =>
                values.Where(value => value.VersionId == record.Version.Id).Select(v => v.IntValue).FirstOrDefault()
        );
        ordered = Then(
            ordered,
            ordering,
            record =>
                values
                    .Where(value => value.VersionId == record.Version.Id)
                    .Select(v => (double?)v.DecimalValue)
                    .FirstOrDefault()
        );
        ordered = Then(
            ordered,
            ordering,
            record =>
                values.Where(value => value.VersionId == record.Version.Id).Select(v => v.DateValue).FirstOrDefault()
        );
        return Then(
            ordered,
            ordering,
            record =>
                values.Where(value => value.VersionId == record.Version.Id).Select(v => v.VarcharValue).FirstOrDefault()
        );
    }

    private static IOrderedQueryable<ContentRecord> By<TKey>(
        IQueryable<ContentRecord> records,
        Ordering ordering,
        Expression<Func<ContentRecord, TKey>> key
    ) => ordering.Direction == Direction.Ascending ? records.OrderBy(key) : records.OrderByDescending(key);

    private static IOrderedQueryable<ContentRecord> Then<TKey>(
        IOrderedQueryable<ContentRecord> records,
        Ordering ordering,
        Expression<Func<ContentRecord, TKey>> key
    ) => ordering.Direction == Direction.Ascending ? records.ThenBy(key) : records.ThenByDescending(key);
}
