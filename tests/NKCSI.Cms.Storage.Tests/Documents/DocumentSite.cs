using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Xunit;
using Constants = Umbraco.Cms.Core.Constants;
using Document = Umbraco.Cms.Core.Models.Content;

namespace NKCSI.Cms.Storage.Tests.Documents;

/// <summary>Documents of a type with one text property, made through Core's services.</summary>
internal sealed class DocumentSite(CmsFixture cms)
{
    public IContentService Documents => cms.Get<IContentService>();

    public async Task<IContentType> TypeAsync(string alias, ContentVariation variations = ContentVariation.Nothing)
    {
        var type = cms.NewType(alias);
        type.Variations = variations;
        type.AddPropertyType(await cms.NewPropertyAsync("title", variations), "content", "Content");
        await cms.CreateAsync(type);
        return type;
    }

    public static IContent New(
        IContentType type,
        string name,
        string? title = null,
        int parentId = Constants.System.Root
    )
    {
        var document = new Document(name, parentId, type);
        document.SetValue("title", title);
        return document;
    }

    public IContent Saved(IContentType type, string name, string? title = null, int parentId = Constants.System.Root)
    {
        var document = New(type, name, title, parentId);
        var saved = Documents.Save(document);
        Assert.True(saved.Success, saved.Result.ToString());
        return document;
    }

    public IContent Published(IContentType type, string name, int parentId = Constants.System.Root)
    {
        var document = Saved(type, name, name, parentId);
        Publish(document);
        return document;
    }

    public void Publish(IContent document)
    {
        var published = Documents.Publish(document, ["*"]);
        Assert.True(published.Success, published.Result.ToString());
    }
}
