using System.Globalization;
using NKCSI.Site.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Site.Content;

/// <summary>Reads the short facts that stand beside a text.</summary>
internal sealed class FactSheet(SiteContext site)
{
    /// <summary>Picked terms by their names.</summary>
    public Fact Terms(string textKey, string alias) =>
        new(site.Text(textKey), [.. site.Picked(site.Page, alias).Select(term => new FactValue(site.Name(term)))]);

    /// <summary>Picked terms, each leading to the list page where it is chosen.</summary>
    public Fact TermsIn(string textKey, string alias, string section, string facet) =>
        new(
            site.Text(textKey),
            [
                .. site.Picked(site.Page, alias)
                    .Select(term => new FactValue(
                        site.Name(term),
                        site.Section(section) is { } list
                            ? $"{site.Url(list)}?{facet}={Uri.EscapeDataString(site.Code(term))}"
                            : null
                    )),
            ]
        );

    /// <summary>Picked documents with their addresses.</summary>
    public Fact Documents(string textKey, string alias) =>
        new(
            site.Text(textKey),
            [
                .. site.Picked(site.Page, alias)
                    .Select(document => new FactValue(site.Name(document), site.Url(document))),
            ]
        );

    public Fact Line(string textKey, string alias) => new(site.Text(textKey), site.Line(site.Page, alias));

    public Fact Number(string textKey, string alias) =>
        new(site.Text(textKey), site.Value<int?>(site.Page, alias)?.ToString(CultureInfo.CurrentCulture));

    /// <summary>First and last year, or the year since when.</summary>
    public Fact Years(string textKey, string from, string to)
    {
        var first = site.Value<int?>(site.Page, from);
        var last = site.Value<int?>(site.Page, to);
        // A year is a name, not a quantity: no separator of thousands.
        return new Fact(
            site.Text(textKey),
            (first, last) switch
            {
                (> 0, > 0) => site.Text("Innovation.PeriodRange", Plain(first.Value), Plain(last.Value)),
                (> 0, _) => site.Text("Innovation.Since", Plain(first.Value)),
                _ => null,
            }
        );
    }

    public Fact Date(string textKey, string alias) =>
        new(site.Text(textKey), site.Value<DateOnly?>(site.Page, alias)?.ToString("D", CultureInfo.CurrentCulture));

    /// <summary>Municipalities, or the whole country.</summary>
    public Fact Places(string textKey)
    {
        if (site.Value<bool>(site.Page, "nationwide"))
        {
            return new Fact(site.Text(textKey), site.Text("Common.Nationwide"));
        }

        IEnumerable<IPublishedContent> places = site.Picked(site.Page, "municipalities")
            .Concat(site.Picked(site.Page, "countries"));
        return new Fact(site.Text(textKey), [.. places.Select(place => new FactValue(site.Name(place)))]);
    }

    private static string Plain(int year) => year.ToString(CultureInfo.InvariantCulture);
}
