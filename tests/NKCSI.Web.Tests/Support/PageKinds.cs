using System.Text.Json;

namespace NKCSI.Web.Tests.Support;

/// <summary>The public kinds of pages, and where the first content has one of each.</summary>
internal sealed class PageKinds
{
    public const string Bulgarian = "bg-BG";
    public const string English = "en-US";

    /// <summary>Content type aliases of the pages that the first content has.</summary>
    public static readonly string[] Aliases =
    [
        "home",
        "catalogue",
        "innovation",
        "caseStudies",
        "caseStudy",
        "organisations",
        "organisation",
        "courses",
        "course",
        "module",
        "lesson",
        "quiz",
        "materials",
        "trainingMaterial",
        "events",
        "newsList",
        "news",
        "challenges",
        "experts",
        "glossary",
        "glossaryTerm",
        "faq",
        "faqItem",
        "page",
        "searchPage",
    ];

    private readonly Dictionary<(string Culture, string Alias), List<string>> _paths = [];

    public static TheoryData<string, string> InBothLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var alias in Aliases)
            {
                data.Add(alias, Bulgarian);
                data.Add(alias, English);
            }

            return data;
        }
    }

    /// <summary>Asks the Delivery API for all that is published.</summary>
    public static async Task<PageKinds> FindAsync(HttpClient client)
    {
        var kinds = new PageKinds();
        foreach (var culture in (string[])[Bulgarian, English])
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                "/umbraco/delivery/api/v2/content?take=5000&sort=name:asc"
            );
            request.Headers.Add("Accept-Language", culture);
            using var answer = await client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            foreach (var item in json.RootElement.GetProperty("items").EnumerateArray())
            {
                var alias = item.GetProperty("contentType").GetString()!;
                if (!kinds._paths.TryGetValue((culture, alias), out var paths))
                {
                    kinds._paths[(culture, alias)] = paths = [];
                }

                paths.Add(item.GetProperty("route").GetProperty("path").GetString()!);
            }
        }

        return kinds;
    }

    /// <summary>The path of a page of the kind.</summary>
    public string Of(string alias, string culture) => All(alias, culture)[0];

    public IReadOnlyList<string> All(string alias, string culture) =>
        _paths.TryGetValue((culture, alias), out var paths)
            ? paths
            : throw new InvalidOperationException($"Nothing of {alias} is published in {culture}.");

    public static string LanguageOf(string culture) => culture == English ? "en" : "bg";
}
