using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Languages;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Entities;

/// <summary>Gives light documents of variant types their names and states per culture, in one statement for all.</summary>
internal static class DocumentEntityCultures
{
    public static void LoadCultures(this CmsDbContext context, IReadOnlyCollection<EntitySlim> entities)
    {
        var documents = entities
            .OfType<DocumentEntitySlim>()
            .Where(document => document.Variations.VariesByCulture())
            .ToList();
        if (documents.Count == 0)
        {
            return;
        }

        var cultures = Load(context, [.. documents.Select(document => document.Id)]);
        foreach (var document in documents)
        {
            var own = cultures[document.Id].ToList();
            document.CultureNames = own.Where(culture => culture.Available)
                .ToDictionary(culture => culture.IsoCode, culture => culture.Name, StringComparer.OrdinalIgnoreCase);
            document.PublishedCultures =
            [
                .. own.Where(culture => culture.Published).Select(culture => culture.IsoCode),
            ];
            document.EditedCultures =
            [
                .. own.Where(culture => culture.Available && culture.Edited).Select(culture => culture.IsoCode),
            ];
        }
    }

    private static ILookup<int, Culture> Load(CmsDbContext context, int[] documentIds) =>
        (
            from row in context.Set<DocumentCultureRow>()
            where EF.Parameter(documentIds).Contains(row.NodeId)
            join language in context.Set<LanguageRow>() on row.LanguageId equals language.Id
            orderby language.Id
            select new Culture(
                row.NodeId,
                language.IsoCode ?? string.Empty,
                row.Name ?? string.Empty,
                row.Available,
                row.Published,
                row.Edited
            )
        ).ToLookup(culture => culture.NodeId);

    private sealed record Culture(int NodeId, string IsoCode, string Name, bool Available, bool Published, bool Edited);
}
