using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Services.Navigation;

namespace NKCSI.Cms.DeliveryApi.Query;

/// <summary><c>fetch=children:X</c>: the children of a document named by key or path.</summary>
public sealed class ChildrenSelector(SelectorTarget target) : ISelectorHandler
{
    private const string Word = "children:";

    public bool CanHandle(string query) => query.StartsWith(Word, StringComparison.OrdinalIgnoreCase);

    public SelectorOption BuildSelectorOption(string selector) =>
        new()
        {
            FieldName = StandardFields.ParentId,
            Values = target.Find(selector[Word.Length..]) is { } key ? [key.ToString("D")] : [],
        };
}

/// <summary><c>fetch=descendants:X</c>: all that is below a document.</summary>
public sealed class DescendantsSelector(SelectorTarget target) : ISelectorHandler
{
    private const string Word = "descendants:";

    public bool CanHandle(string query) => query.StartsWith(Word, StringComparison.OrdinalIgnoreCase);

    public SelectorOption BuildSelectorOption(string selector) =>
        new()
        {
            FieldName = StandardFields.AncestorIds,
            Values = target.Find(selector[Word.Length..]) is { } key ? [key.ToString("D")] : [],
        };
}

/// <summary><c>fetch=ancestors:X</c>: all that is above a document.</summary>
public sealed class AncestorsSelector(SelectorTarget target, IDocumentNavigationQueryService navigation)
    : ISelectorHandler
{
    private const string Word = "ancestors:";

    public bool CanHandle(string query) => query.StartsWith(Word, StringComparison.OrdinalIgnoreCase);

    public SelectorOption BuildSelectorOption(string selector) =>
        new()
        {
            FieldName = StandardFields.ItemId,
            Values =
                target.Find(selector[Word.Length..]) is { } key && navigation.TryGetAncestorsKeys(key, out var above)
                    ? [.. above.Select(ancestor => ancestor.ToString("D"))]
                    : [],
        };
}

/// <summary>The document that a selector names: a key, or a path routed as the request is.</summary>
public sealed class SelectorTarget(IApiContentPathResolver paths)
{
    /// <summary>The document's key; null when the path leads nowhere.</summary>
    public Guid? Find(string keyOrPath) =>
        Guid.TryParse(keyOrPath, out var key) ? key
        : keyOrPath.Length == 0 ? null
        : paths.ResolveContentPath(keyOrPath)?.Key;
}
