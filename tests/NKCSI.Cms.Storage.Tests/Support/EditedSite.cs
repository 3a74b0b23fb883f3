using NKCSI.Testing;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Constants = Umbraco.Cms.Core.Constants;
using Document = Umbraco.Cms.Core.Models.Content;

namespace NKCSI.Cms.Storage.Tests.Support;

/// <summary>A site with Umbraco's seeds on which a test edits through Core's services.</summary>
public sealed class EditedSite : Xunit.IAsyncLifetime
{
    private CmsTestHost? _host;

    public static Guid Editor => Constants.Security.SuperUserKey;

    public async ValueTask InitializeAsync() =>
        _host = await CmsTestHost.StartAsync(new CmsTestHostOptions { Publishing = true });

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    public T Get<T>()
        where T : notnull => _host!.Get<T>();

    public async Task<IContentType> GivenDocumentTypeAsync(string alias, bool variant = false)
    {
        var type = new ContentType(Get<IShortStringHelper>(), Constants.System.Root)
        {
            Alias = alias,
            Name = alias,
            Icon = "icon-document",
            AllowedAsRoot = true,
            Variations = variant ? ContentVariation.Culture : ContentVariation.Nothing,
        };
        var created = await Get<IContentTypeService>().CreateAsync(type, Editor);
        Xunit.Assert.True(created.Success, created.Result.ToString());
        return type;
    }

    public IContent GivenDocument(string name, IContentType type, int parentId = Constants.System.Root)
    {
        var document = new Document(name, parentId, type);
        Xunit.Assert.True(Get<IContentService>().Save(document).Success);
        return document;
    }
}
