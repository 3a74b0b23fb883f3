using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Site.Texts;

/// <summary>The texts of the site from Umbraco's dictionary, in memory until the dictionary changes.</summary>
internal sealed class SiteTexts(IDictionaryItemService dictionary, ILanguageService languages)
{
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> _texts = new(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>All texts of a culture; a text that it lacks is taken from the default language.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> OfAsync(string culture)
    {
        if (_texts.TryGetValue(culture, out var known))
        {
            return known;
        }

        var fallback = await languages.GetDefaultIsoCodeAsync();
        var all = await dictionary.GetDescendantsAsync(null);
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in all)
        {
            var text = Translation(culture) is { Length: > 0 } own ? own : Translation(fallback);
            if (!string.IsNullOrEmpty(text))
            {
                texts[item.ItemKey] = text;
            }

            string? Translation(string iso) =>
                item
                    .Translations.FirstOrDefault(translation =>
                        string.Equals(translation.LanguageIsoCode, iso, StringComparison.OrdinalIgnoreCase)
                    )
                    ?.Value;
        }

        return _texts[culture] = texts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public void Forget() => _texts.Clear();

    /// <summary>Puts values into a text's <c>{0}</c>, written as the culture writes numbers and dates.</summary>
    public static string Format(string text, params ReadOnlySpan<object?> values) =>
        values.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, values);
}
