using System.Collections.Frozen;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace NKCSI.Catalogue.Vocabularies;

/// <summary>
/// The controlled vocabularies of the site: lists of terms below the taxonomies, and the districts of the geography.
/// Terms are named by a stable code; their labels come from the published content in the language asked for.
/// </summary>
public sealed class ControlledVocabularies(
    IDocumentNavigationQueryService navigation,
    IPublishedContentCache contents,
    IPublishedValueFallback fallback,
    IVariationContextAccessor variation
)
{
    /// <summary>The vocabulary of Bulgaria's 28 districts; its codes are the letters of EKATTE.</summary>
    public const string Districts = "districts";

    private volatile FrozenDictionary<string, Vocabulary>? _vocabularies;

    /// <summary>The terms of a vocabulary in the order of the editors; none for an unknown one.</summary>
    public IReadOnlyList<VocabularyTerm> Terms(string vocabulary) => Of(vocabulary)?.Terms ?? [];

    /// <summary>A term's name in the culture, or its code where it is not known.</summary>
    public string Label(string vocabulary, string code, string culture) =>
        Of(vocabulary)?.ByCode.TryGetValue(code, out var key) == true && contents.GetById(key) is { } term
            ? term.Name(variation, culture) is { Length: > 0 } name
                ? name
                : term.Name(variation) ?? code
            : code;

    /// <summary>Reads the vocabularies anew at the next question.</summary>
    internal void Forget() => _vocabularies = null;

    private Vocabulary? Of(string vocabulary)
    {
        // Built from what is published now; a race builds the same twice, which does no harm.
        var all = _vocabularies ??= Read();
        return all.GetValueOrDefault(vocabulary);
    }

    private FrozenDictionary<string, Vocabulary> Read()
    {
        var lists = new Dictionary<string, Vocabulary>(StringComparer.OrdinalIgnoreCase);
        foreach (var list in Roots("taxonomies").SelectMany(Children))
        {
            lists[Code(list)] = Vocabulary.Of(
                Children(list.Key).Select(term => new VocabularyTerm(term.Key, Code(term)))
            );
        }

        lists[Districts] = Vocabulary.Of(
            Roots("geography")
                .SelectMany(Children)
                .SelectMany(region => Children(region.Key))
                .Select(district => new VocabularyTerm(district.Key, Code(district)))
        );
        return lists.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private IEnumerable<Guid> Roots(string alias) => navigation.TryGetRootKeysOfType(alias, out var keys) ? keys : [];

    private IEnumerable<IPublishedContent> Children(Guid parent) =>
        navigation.TryGetChildrenKeys(parent, out var keys)
            ? keys.Select(key => contents.GetById(key)).OfType<IPublishedContent>()
            : [];

    private string Code(IPublishedContent content) => content.Value<string>(fallback, "code") ?? string.Empty;

    private sealed record Vocabulary(IReadOnlyList<VocabularyTerm> Terms, FrozenDictionary<string, Guid> ByCode)
    {
        public static Vocabulary Of(IEnumerable<VocabularyTerm> terms)
        {
            var list = terms.Where(term => term.Code.Length > 0).ToList();
            return new Vocabulary(
                list,
                list.DistinctBy(term => term.Code, StringComparer.OrdinalIgnoreCase)
                    .ToFrozenDictionary(term => term.Code, term => term.Key, StringComparer.OrdinalIgnoreCase)
            );
        }
    }
}

/// <summary>A term: its document and its stable code.</summary>
public sealed record VocabularyTerm(Guid Key, string Code);
