using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace NKCSI.Cms.Sync.Documents;

/// <summary>Brings a document into the state of publication that its file asks for, culture by culture.</summary>
internal sealed class DocumentPublishing(IContentService contents)
{
    private const string EveryCulture = "*";

    /// <summary>The cultures to be published: empty for none, <c>*</c> for a document that does not vary.</summary>
    public static IReadOnlyList<string> Wanted(NodeRecord record, IContentType type, SiteModel site, ImportEntry entry)
    {
        if (!type.VariesByCulture())
        {
            return record.Published ? [EveryCulture] : [];
        }
        var cultures = new List<string>();
        foreach (var (culture, isPublished) in record.PublishedCultures)
        {
            if (!isPublished)
            {
                continue;
            }
            if (site.Languages.FindAlias(culture) is not { } language)
            {
                entry.Warn($"Info/Published[{culture}]", "LanguageUnknown", culture);
            }
            else if (record.CultureNames.GetValueOrDefault(culture, string.Empty).Length == 0)
            {
                entry.Warn($"Info/Published[{culture}]", "CultureWithoutName", culture);
            }
            else
            {
                cultures.Add(language.IsoCode);
            }
        }
        // A file from before its type varied: published as a whole means published in the default language.
        if (record.PublishedCultures.Count == 0 && record.Published && record.CultureNames.Count == 0)
        {
            cultures.AddRange(
                site.Languages.All.Where(language => language.IsDefault).Select(language => language.IsoCode)
            );
        }
        return cultures;
    }

    public static void AddState(CanonicalState state, IEnumerable<string> cultures)
    {
        foreach (var culture in cultures)
        {
            state.Add($"Info/Published[{culture.ToLowerInvariant()}]", value: true);
        }
    }

    public static void AddStoredState(CanonicalState state, IContent content) =>
        AddState(state, PublishedCultures(content));

    /// <summary>Saves the document, publishes the wanted cultures and takes back the others.</summary>
    public void Save(IContent content, IReadOnlyList<string> wanted, ImportEntry entry)
    {
        var surplus = PublishedCultures(content).Except(wanted, StringComparer.OrdinalIgnoreCase).ToList();
        if (wanted.Count > 0)
        {
            string[] cultures = content.ContentType.VariesByCulture() ? [.. wanted] : [];
            var result = contents.SaveAndPublish(content, cultures, ImportUser.Id);
            if (!result.Success)
            {
                Explain(result, entry);
            }
        }
        else
        {
            var saved = contents.Save(content, ImportUser.Id);
            RefusedException.ThrowUnless(saved.Success, saved.Result);
        }
        foreach (var culture in surplus)
        {
            var result = contents.Unpublish(content, culture, ImportUser.Id);
            RefusedException.ThrowUnless(result.Success, result.Result);
        }
    }

    private static IEnumerable<string> PublishedCultures(IContent content) =>
        !content.Published ? []
        : content.ContentType.VariesByCulture() ? content.PublishedCultures
        : [EveryCulture];

    // Core saves a document even when it cannot be published; only a cancelled one was not saved.
    private static void Explain(PublishResult result, ImportEntry entry)
    {
        RefusedException.ThrowUnless(
            result.Result is not PublishResultType.FailedPublishCancelledByEvent,
            result.Result
        );
        entry.Warn(
            "Info/Published",
            "NotPublished",
            result.Result,
            string.Join(", ", (result.InvalidProperties ?? []).Select(property => property.Alias))
        );
    }
}
