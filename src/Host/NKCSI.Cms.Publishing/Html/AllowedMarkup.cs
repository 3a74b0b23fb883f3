using Ganss.Xss;

namespace NKCSI.Cms.Publishing.Html;

/// <summary>
/// The elements, attributes, schemes and styles that Umbraco's text editor (Tiptap with its extensions) writes. Not
/// there, on purpose: scripts, forms, objects, SVG and MathML, templates, and every <c>on…</c> attribute.
/// </summary>
internal static class AllowedMarkup
{
    public static HtmlSanitizerOptions Options { get; } =
        new()
        {
            AllowedTags = Set(
                "a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details"
                    + " dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li main"
                    + " mark nav ol p picture pre q rp rt ruby s samp section small source span strike strong sub summary"
                    + " sup table tbody td tfoot th thead time tr track u ul var video wbr"
                    + " umb-rte-block umb-rte-block-inline"
            ),
            AllowedAttributes = Set(
                "abbr align allow allowfullscreen alt aria-describedby aria-hidden aria-label aria-labelledby cite class"
                    + " colspan controls datetime dir download frameborder headers height href hreflang id kind label lang"
                    + " loading loop media muted open playsinline poster preload rel referrerpolicy reversed role rowspan"
                    + " sandbox scope scrolling sizes span src srclang srcset start style target title type value width"
            ),
            UriAttributes = Set("cite href poster src"),
            AllowedSchemes = Set("http https mailto tel"),
            AllowedCssProperties = Set(
                "background-color border border-bottom border-collapse border-color border-left border-right"
                    + " border-spacing border-style border-top border-width clear color direction display float"
                    + " font-family font-size font-style font-variant font-weight height letter-spacing line-height"
                    + " list-style list-style-type margin margin-bottom margin-left margin-right margin-top max-height"
                    + " max-width min-height min-width padding padding-bottom padding-inline-end padding-inline-start"
                    + " padding-left padding-right padding-top text-align text-decoration text-decoration-line"
                    + " text-indent text-transform vertical-align white-space width word-break"
            ),
        };

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
