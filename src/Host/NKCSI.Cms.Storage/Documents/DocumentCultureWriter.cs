using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>Writes what a document that varies by culture has in each of them.</summary>
internal sealed class DocumentCultureWriter(
    ScopedDatabase database,
    VersionCultureStore versionCultures,
    ILanguageRepository languages
)
{
    /// <summary>The cultures in which the draft differs: those of its values, and those whose name differs.</summary>
    public static HashSet<string> EditedCultures(IContent document, HashSet<string> byValues)
    {
        var edited = new HashSet<string>(byValues, StringComparer.OrdinalIgnoreCase);
        edited.UnionWith(NamedDifferently(document));
        return edited;
    }

    public static IEnumerable<string> NamedDifferently(IContent document) =>
        document
            .CultureInfos!.Values.Where(culture => culture.Name != document.GetPublishName(culture.Culture))
            .Select(culture => culture.Culture);

    /// <param name="document">The document; its edited cultures and dates are brought up to date.</param>
    /// <param name="edited">The cultures in which the draft differs from what is published.</param>
    /// <param name="versionId">The version whose rows are replaced: the one that was current before.</param>
    /// <param name="publishing">Whether a published version is being written too.</param>
    public void Write(IContent document, HashSet<string> edited, int versionId, bool publishing)
    {
        document.SetCultureEdited(edited);
        document.AdjustDates(document.UpdateDate, publishing);

        var drafts = document.CultureInfos!.Values.Select(culture =>
            ToRow(document.VersionId, culture, document.GetUpdateDate(culture.Culture))
        );
        var published = publishing
            ? document.PublishCultureInfos!.Values.Select(culture =>
                ToRow(document.PublishedVersionId, culture, document.GetPublishDate(culture.Culture))
            )
            : [];
        versionCultures.Replace(versionId, [.. drafts, .. published]);

        database.Context.Set<DocumentCultureRow>().Where(row => row.NodeId == document.Id).ExecuteDelete();
        database.Context.Insert(
            document
                .AvailableCultures.Union(document.PublishedCultures, StringComparer.OrdinalIgnoreCase)
                .Select(culture => ToRow(document, culture, edited))
        );
    }

    private ContentVersionCultureRow ToRow(int versionId, ContentCultureInfos culture, DateTime? date) =>
        new()
        {
            VersionId = versionId,
            LanguageId = LanguageId(culture.Culture),
            Name = culture.Name!,
            Date = date ?? culture.Date,
        };

    private DocumentCultureRow ToRow(IContent document, string culture, HashSet<string> edited)
    {
        var available = document.IsCultureAvailable(culture);
        var published = document.IsCulturePublished(culture);
        return new DocumentCultureRow
        {
            NodeId = document.Id,
            LanguageId = LanguageId(culture),
            Name = document.GetCultureName(culture) ?? document.GetPublishName(culture),
            Available = available,
            Published = published,
            Edited = available && (!published || edited.Contains(culture)),
        };
    }

    private int LanguageId(string culture) =>
        languages.GetIdByIsoCode(culture) ?? throw new InvalidOperationException($"There is no language {culture}.");
}
