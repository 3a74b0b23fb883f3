using NKCSI.Cms.Storage.Content;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>Gives a document the names that its rows need: an invariant one always, and none that a sibling bears.</summary>
internal sealed class DocumentNames(SiblingNames siblings, ILanguageRepository languages, TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">The document has no name, or if it varies no name in any culture.</exception>
    public void Settle(IContent document, ContentKind kind, bool publishing)
    {
        document.Name = InvariantName(document);
        document.Name = siblings.MakeUnique(kind, document);
        if (kind.NamesAreUnique && document.ContentType.VariesByCulture())
        {
            MakeCultureNamesUnique(document, kind, publishing);
        }
    }

    private string InvariantName(IContent document)
    {
        if (!document.ContentType.VariesByCulture())
        {
            return string.IsNullOrWhiteSpace(document.Name) ? throw WithoutName() : document.Name;
        }

        // The services leave it empty: it is the default language's name, or else the first there is.
        var names = document.CultureInfos;
        if (names is not { Count: > 0 })
        {
            throw WithoutName();
        }

        return names.TryGetValue(languages.GetDefaultIsoCode(), out var name) ? name.Name! : names[0].Name!;
    }

    private void MakeCultureNamesUnique(IContent document, ContentKind kind, bool publishing)
    {
        var others = siblings.InLanguages(kind, document);
        foreach (var culture in document.CultureInfos!.Values.ToList())
        {
            if (languages.GetIdByIsoCode(culture.Culture) is not { } languageId || culture.Name is null)
            {
                continue;
            }

            var name = UniqueName.Among([.. others[languageId]], culture.Name);
            if (name == culture.Name)
            {
                continue;
            }

            document.SetCultureName(name, culture.Culture);
            if (publishing && document.PublishCultureInfos?.ContainsKey(culture.Culture) == true)
            {
                document.SetPublishInfo(culture.Culture, name, clock.GetUtcNow().UtcDateTime);
            }
        }
    }

    private static InvalidOperationException WithoutName() => new("Cannot save content with an empty name.");
}
