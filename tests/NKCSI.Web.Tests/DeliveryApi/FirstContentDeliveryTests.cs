using System.Net;
using System.Text.Json.Nodes;
using NKCSI.Web.Tests.Support;

namespace NKCSI.Web.Tests.DeliveryApi;

/// <summary>The first content as JSON, on the running site.</summary>
public sealed class FirstContentDeliveryTests(FirstSite site)
{
    private const string Api = "/umbraco/delivery/api/v2/content";

    [Theory]
    [InlineData(PageKinds.Bulgarian)]
    [InlineData(PageKinds.English)]
    public async Task Item_ByPathAndById_IsTheSameInTheLanguageAskedFor(string culture)
    {
        var path = site.Pages.Of("innovation", culture);
        var byPath = await GetAsync($"{Api}/item{path}", culture);
        Assert.Equal("innovation", byPath["contentType"]!.GetValue<string>());
        Assert.Equal(path, byPath["route"]!["path"]!.GetValue<string>());

        var byId = await GetAsync($"{Api}/item/{byPath["id"]}", culture);
        Assert.Equal(byPath.ToJsonString(), byId.ToJsonString());

        var page = await site.GetAsync(path);
        Assert.Equal(page.Heading, byId["name"]!.GetValue<string>());
        Assert.Contains(
            byId["properties"]!["summary"]!.GetValue<string>().Trim(),
            page.Text(".lead"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["bg-bg", "en-us"],
            byId["cultures"]!.AsObject().Select(one => one.Key.ToLowerInvariant()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Items_SeveralIds_ComeInTheOrderAskedFor()
    {
        var all = await ListAsync("filter=contentType:innovation&sort=name:desc&take=3");
        var ids = all.Select(item => item!["id"]!.GetValue<string>()).ToList();
        var items = await GetAsync(
            $"{Api}/items?{string.Join('&', ids.Select(id => "id=" + id))}",
            PageKinds.Bulgarian
        );
        Assert.Equal(ids, items.AsArray().Select(item => item!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task List_FetchChildren_HasTheCatalogue()
    {
        var children = await ListAsync($"fetch=children:{site.Pages.Of("catalogue", PageKinds.Bulgarian)}&take=100");
        Assert.Equal(
            site.Pages.All("innovation", PageKinds.Bulgarian).Order(StringComparer.Ordinal),
            children.Select(item => item!["route"]!["path"]!.GetValue<string>()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task List_FetchDescendantsAndAncestors_FollowTheTree()
    {
        var lesson = site.Pages.Of("lesson", PageKinds.Bulgarian);
        var above = await ListAsync($"fetch=ancestors:{lesson}&take=100");
        Assert.Equal(
            ["course", "courses", "home", "module"],
            above.Select(item => item!["contentType"]!.GetValue<string>()).Order(StringComparer.Ordinal)
        );
        var below = await ListAsync(
            $"fetch=descendants:{site.Pages.Of("course", PageKinds.Bulgarian)}&filter=contentType:lesson&take=100"
        );
        Assert.Equal(site.Pages.All("lesson", PageKinds.Bulgarian).Count, below.Count);
    }

    [Fact]
    public async Task List_SkipAndTake_PagesWithoutGaps()
    {
        const string query = "filter=contentType:glossaryTerm&sort=name:asc";
        var all = await NamesAsync($"{query}&take=100");
        var paged = new List<string>();
        for (var skip = 0; skip < all.Count; skip += 7)
        {
            paged.AddRange(await NamesAsync($"{query}&skip={skip}&take=7"));
        }

        Assert.True(all.Count >= 10);
        Assert.Equal(all, paged);
        Assert.Equal(
            Enumerable.Reverse(all),
            await NamesAsync("filter=contentType:glossaryTerm&sort=name:desc&take=100")
        );
    }

    [Fact]
    public async Task List_EnglishAskedFor_HasEnglishNames()
    {
        var names = (await ListAsync("filter=contentType:innovation&take=100", PageKinds.English)).Select(item =>
            item!["name"]!.GetValue<string>()
        );
        Assert.All(names, name => Assert.DoesNotContain(name, letter => letter is >= 'а' and <= 'я'));
    }

    [Theory]
    [InlineData("?fetch=nosuch:1")]
    [InlineData("?filter=nosuch")]
    [InlineData("?sort=nosuch")]
    public async Task List_UnknownOption_IsRefused(string query)
    {
        using var answer = await site.Client.GetAsync(Api + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/item/00000000-0000-0000-0000-000000000001")]
    [InlineData("/item/niama-takova")]
    public async Task Item_Unknown_IsNotFound(string path)
    {
        using var answer = await site.Client.GetAsync(Api + path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<List<string>> NamesAsync(string query) =>
        [.. (await ListAsync(query)).Select(item => item!["name"]!.GetValue<string>())];

    private async Task<JsonArray> ListAsync(string query, string culture = PageKinds.Bulgarian) =>
        (await GetAsync($"{Api}?{query}", culture))["items"]!.AsArray();

    private async Task<JsonNode> GetAsync(string path, string culture)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", culture);
        using var answer = await site.Client.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {(int)answer.StatusCode}");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
