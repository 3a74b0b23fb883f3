using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using NKCSI.Site.Routing;
using NKCSI.Site.Texts;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace NKCSI.Site.Content;

/// <summary>What a page of the site reads: its document, the texts and the content around it, in the page's culture.</summary>
internal sealed class SiteContext
{
    private readonly SiteTexts _allTexts;
    private readonly IHttpContextAccessor _http;
    private readonly IPublishedContentCache _contents;
    private readonly IPublishedValueFallback _fallback;
    private readonly IPublishedUrlProvider _urls;
    private readonly IVariationContextAccessor _variation;
    private readonly IDocumentNavigationQueryService _navigation;
    private readonly IPublishedContentStatusFilteringService _status;
    private IReadOnlyDictionary<string, string> _texts = new Dictionary<string, string>(StringComparer.Ordinal);
    private IPublishedContent? _settings;
    private IPublishedContent? _home;

    public SiteContext(
        SiteTexts texts,
        IHttpContextAccessor http,
        IPublishedContentCache contents,
        IPublishedValueFallback fallback,
        IPublishedUrlProvider urls,
        IVariationContextAccessor variation,
        IDocumentNavigationQueryService navigation,
        IPublishedContentStatusFilteringService status
    )
    {
        _allTexts = texts;
        _http = http;
        _contents = contents;
        _fallback = fallback;
        _urls = urls;
        _variation = variation;
        _navigation = navigation;
        _status = status;
    }

    /// <summary>ISO code of the culture of the address.</summary>
    public string Culture { get; private set; } = CultureInfo.CurrentUICulture.Name;

    /// <summary>The language of the page, as HTML wants it.</summary>
    public string Language => CultureInfo.GetCultureInfo(Culture).TwoLetterISOLanguageName;

    public bool IsEnglish => Language == "en";

    /// <summary>The document of the page; none on the pages that report an error.</summary>
    public IPublishedContent? Content { get; private set; }

    /// <summary>The document of the page.</summary>
    /// <exception cref="InvalidOperationException">The page shows no document.</exception>
    public IPublishedContent Page => Content ?? throw new InvalidOperationException("This page shows no document.");

    /// <summary>The home page; none on an empty site.</summary>
    public IPublishedContent? Home => _home ??= Root("home");

    /// <summary>The settings of the site; none on an empty site.</summary>
    public IPublishedContent? Settings => _settings ??= Root("siteSettings");

    /// <summary>Path and query of the request.</summary>
    public string Address => _http.HttpContext is { Request: var request } ? request.Path + request.QueryString : "/";

    /// <summary>A text of the dictionary, with values put in; its key where it is missing.</summary>
    public string Text(string key, params object?[] values) =>
        _texts.TryGetValue(key, out var text) ? SiteTexts.Format(text, values) : key;

    /// <summary>
    /// What an editor chose in a dropdown, in the page's language. The stored value is the Bulgarian label
    /// (docs/content-model.md); the dictionary translates it under <c>Option</c>.
    /// </summary>
    public string Option(string value) => _texts.GetValueOrDefault("Option." + value, value);

    /// <summary>A line or paragraph of plain text; null when it is empty.</summary>
    public string? Line(IPublishedElement? element, string alias) =>
        Value<string>(element, alias) is { } line && !string.IsNullOrWhiteSpace(line) ? line.Trim() : null;

    /// <summary>Rich text, sanitised when it was saved; null when it is empty.</summary>
    public IHtmlContent? Rich(IPublishedElement? element, string alias) =>
        Value<IHtmlEncodedString>(element, alias)?.ToHtmlString() is { } html && !string.IsNullOrWhiteSpace(html)
            ? new HtmlString(html)
            : null;

    /// <summary>Picked documents that are published, one or many.</summary>
    public IReadOnlyList<IPublishedContent> Picked(IPublishedElement? element, string alias) =>
        Value<object>(element, alias) switch
        {
            IPublishedContent one => [one],
            IEnumerable<IPublishedContent> many => [.. many],
            _ => [],
        };

    /// <summary>The picked document, or the first of several.</summary>
    public IPublishedContent? PickedOne(IPublishedElement? element, string alias) =>
        Picked(element, alias) is [var first, ..] ? first : null;

    public IReadOnlyList<Link> Links(IPublishedElement? element, string alias) =>
        Value<object>(element, alias) switch
        {
            Link one => [one],
            IEnumerable<Link> many => [.. many],
            _ => [],
        };

    /// <summary>The value of a property as its editor gives it, in the page's culture.</summary>
    public T? Value<T>(IPublishedElement? element, string alias)
    {
        if (element?.GetProperty(alias) is not { } property)
        {
            return default;
        }

        var culture = property.PropertyType.VariesByCulture() ? Culture : null;
        return element.Value<T>(_fallback, alias, culture);
    }

    /// <summary>The document's name in the page's culture, or in its own where it has no translation.</summary>
    public string Name(IPublishedContent content) =>
        content.Name(_variation, Culture) is { Length: > 0 } name
            ? name
            : content.Cultures.Values.Select(culture => culture.Name).FirstOrDefault(n => n.Length > 0)
                ?? content.Name
                ?? string.Empty;

    /// <summary>The stable code of a term or place.</summary>
    public string Code(IPublishedContent term) => Line(term, "code") ?? string.Empty;

    public string Url(IPublishedContent content) => content.Url(_urls, Culture);

    /// <summary>The document's address in another culture; null when it is not published there.</summary>
    public string? UrlIn(IPublishedContent content, string culture) =>
        content.Cultures.ContainsKey(culture) && content.Url(_urls, culture) is { Length: > 1 } url and not "#" ? url
        : content.Cultures.ContainsKey(culture) && content.Url(_urls, culture) == "/" ? "/"
        : null;

    /// <summary>Published children in the order of the editors.</summary>
    public IEnumerable<IPublishedContent> Children(IPublishedContent content) =>
        content.Children(_navigation, _status, Culture);

    /// <summary>The documents above one, home first.</summary>
    public IReadOnlyList<IPublishedContent> Ancestors(IPublishedContent content) =>
        [.. content.Ancestors(_navigation, _status).Reverse()];

    /// <summary>The document of a key, if it is published in the page's culture.</summary>
    public IPublishedContent? Find(Guid key) =>
        _contents.GetById(key) is { } content && content.HasCulture(Culture) ? content : null;

    /// <summary>The list page of a kind, such as <c>catalogue</c>.</summary>
    public IPublishedContent? Section(string alias) =>
        Home is { } home ? Children(home).FirstOrDefault(child => child.ContentType.Alias == alias) : null;

    internal async Task BeginAsync(PageDecision? decision)
    {
        Content = decision?.Content;
        Culture = decision?.Culture ?? CultureInfo.CurrentUICulture.Name;
        _texts = await _allTexts.OfAsync(Culture);
    }

    private IPublishedContent? Root(string alias) =>
        _navigation.TryGetRootKeysOfType(alias, out var keys)
            ? keys.Select(key => _contents.GetById(key)).OfType<IPublishedContent>().FirstOrDefault()
            : null;
}
