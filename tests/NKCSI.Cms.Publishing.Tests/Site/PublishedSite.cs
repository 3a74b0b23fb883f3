using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NKCSI.Testing;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Publishing.Tests.Site;

/// <summary>
/// The real host on a database of its own: Bulgarian as default language and English, one document type with cultures
/// and one without.
/// </summary>
public sealed class PublishedSite : IAsyncDisposable
{
    public const string Bulgarian = "bg-BG";
    public const string English = "en-US";

    private readonly CmsTestHost _host;

    private PublishedSite(CmsTestHost host) => _host = host;

    public IContentType Page { get; private set; } = null!;

    public IContentType Note { get; private set; } = null!;

    public RecordedLog Log => _host.Log;

    public IServiceProvider Services => _host.Services;

    public IContentService Documents => Get<IContentService>();

    public IPublishedContentCache Published => Get<IPublishedContentCache>();

    public T Get<T>()
        where T : notnull => _host.Get<T>();

    public static async Task<PublishedSite> StartAsync(IDictionary<string, string?>? configuration = null)
    {
        var site = new PublishedSite(
            await CmsTestHost.StartAsync(
                new CmsTestHostOptions
                {
                    Publishing = true,
                    Configuration = configuration ?? new Dictionary<string, string?>(StringComparer.Ordinal),
                }
            )
        );
        await site.AddLanguagesAsync();
        site.Page = await site.AddTypeAsync("page", "Страница", ContentVariation.Culture);
        site.Note = await site.AddTypeAsync("note", "Бележка", ContentVariation.Nothing);
        return site;
    }

    /// <summary>A document with a name and a title in each culture, saved and not published.</summary>
    public IContent Draft(string bulgarian, string? english = null, IContent? parent = null)
    {
        var document = Documents.Create(bulgarian, parent?.Id ?? Constants.System.Root, Page.Alias);
        document.SetCultureName(bulgarian, Bulgarian);
        document.SetValue("title", $"Заглавие {bulgarian}", Bulgarian);
        if (english is not null)
        {
            document.SetCultureName(english, English);
            document.SetValue("title", $"Title {english}", English);
        }

        Assert.True(Documents.Save(document).Success);
        return document;
    }

    public IContent Publish(IContent document, params string[] cultures)
    {
        var published = Documents.Publish(document, cultures.Length == 0 ? ["*"] : cultures);
        Assert.True(published.Success, published.Result.ToString());
        return document;
    }

    public IContent PublishedDocument(string bulgarian, string? english = null, IContent? parent = null) =>
        Publish(Draft(bulgarian, english, parent));

    public IContent Rename(IContent document, string bulgarian)
    {
        var current = Documents.GetById(document.Key)!;
        current.SetCultureName(bulgarian, Bulgarian);
        Assert.True(Documents.Save(current).Success);
        return Publish(current, Bulgarian);
    }

    public IContent PublishedNote(string name, IContent? parent = null)
    {
        var note = Documents.Create(name, parent?.Id ?? Constants.System.Root, Note.Alias);
        Assert.True(Documents.Save(note).Success);
        return Publish(note);
    }

    public void RenameNote(Guid key, string name)
    {
        var note = Documents.GetById(key)!;
        note.Name = name;
        Assert.True(Documents.Save(note).Success);
        Publish(note);
    }

    public IPublishedContent? Read(Guid key, bool preview = false) => Published.GetById(preview, key);

    public string? Title(Guid key, string culture = Bulgarian, bool preview = false) =>
        Read(key, preview)?.GetProperty("title")?.GetValue(culture) as string;

    public async Task AssignDomainsAsync(IContent document, params (string Name, string Culture)[] domains)
    {
        var assigned = await Get<IDomainService>()
            .UpdateDomainsAsync(
                document.Key,
                new DomainsUpdateModel
                {
                    Domains = domains.Select(domain => new DomainModel
                    {
                        DomainName = domain.Name,
                        IsoCode = domain.Culture,
                    }),
                }
            );
        Assert.True(assigned.Success, assigned.Status.ToString());
    }

    /// <summary>What Core's router makes of an address, in a request of its own.</summary>
    public Task<IPublishedRequest> RouteAsync(string path) =>
        InRequestAsync(
            path,
            async context =>
            {
                var router = Get<IPublishedRouter>();
                var request = await router.CreateRequestAsync(context.CleanedUmbracoUrl);
                return await router.RouteRequestAsync(request, new RouteRequestOptions(RouteDirection.Inbound));
            }
        );

    public Task<string> UrlAsync(Guid key, string culture) =>
        InRequestAsync("/", _ => Task.FromResult(Get<IPublishedUrlProvider>().GetUrl(key, UrlMode.Relative, culture)));

    public async Task<T> InRequestAsync<T>(
        string path,
        Func<IUmbracoContext, Task<T>> work,
        Action<HttpContext>? prepare = null
    )
    {
        var requests = Get<IHttpContextAccessor>();
        await using var scope = _host.Services.CreateAsyncScope();
        requests.HttpContext = Request(path, scope.ServiceProvider);
        prepare?.Invoke(requests.HttpContext);
        try
        {
            using var reference = Get<IUmbracoContextFactory>().EnsureUmbracoContext();
            return await work(reference.UmbracoContext);
        }
        finally
        {
            requests.HttpContext = null;
        }
    }

    public static DefaultHttpContext Request(string path, IServiceProvider services)
    {
        var address = new Uri(new Uri("https://site.example"), path);
        return new DefaultHttpContext
        {
            RequestServices = services,
            Request =
            {
                Method = HttpMethods.Get,
                Scheme = address.Scheme,
                Host = new HostString(address.Authority),
                Path = PathString.FromUriComponent(address),
                QueryString = QueryString.FromUriComponent(address),
            },
        };
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task AddLanguagesAsync()
    {
        var languages = Get<ILanguageService>();
        var bulgarian = new Language(Bulgarian, "български") { IsDefault = true, IsMandatory = true };
        var added = await languages.CreateAsync(bulgarian, Constants.Security.SuperUserKey);
        Assert.True(added.Success, added.Status.ToString());
    }

    private async Task<IContentType> AddTypeAsync(string alias, string name, ContentVariation variations)
    {
        var strings = Get<IShortStringHelper>();
        var type = new ContentType(strings, Constants.System.Root)
        {
            Alias = alias,
            Name = name,
            AllowedAsRoot = true,
            Variations = variations,
        };
        type.AddPropertyType(await PropertyAsync("title", "Заглавие", variations), "content", "Съдържание");
        type.AddPropertyType(
            await PropertyAsync("body", "Текст", variations, Constants.DataTypes.Guids.RichtextEditorGuid),
            "content",
            "Съдържание"
        );
        type.AddPropertyType(
            await PropertyAsync("file", "Файл", ContentVariation.Nothing, Constants.DataTypes.Guids.UploadGuid),
            "content",
            "Съдържание"
        );
        var created = await Get<IContentTypeService>().CreateAsync(type, Constants.Security.SuperUserKey);
        Assert.True(created.Success, created.Result.ToString());
        return type;
    }

    public async Task<PropertyType> PropertyAsync(
        string alias,
        string name,
        ContentVariation variations,
        Guid? dataTypeKey = null
    )
    {
        var dataType = await Get<IDataTypeService>().GetAsync(dataTypeKey ?? Constants.DataTypes.Guids.TextstringGuid);
        return new PropertyType(Get<IShortStringHelper>(), dataType!, alias) { Name = name, Variations = variations };
    }
}

/// <summary>One site for the tests of a class, each with documents of its own.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    public PublishedSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await PublishedSite.StartAsync();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
