using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.ContentTypes;

public sealed class DocumentTypeWritingTests : IDisposable
{
    private readonly StorageHarness _storage = new();

    private IContentTypeRepository Types => _storage.Get<IContentTypeRepository>();

    private IShortStringHelper Strings => _storage.Get<IShortStringHelper>();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void Save_TypeWithTabGroupAndComposition_ComesBackEqual()
    {
        var seo = Type("seo", "SEO");
        seo.AddPropertyGroup("seo", "SEO");
        seo.AddPropertyType(Property("metaTitle"), "seo");
        var page = Type("page", "Страница");
        page.AddPropertyGroup("content", "Съдържание");
        page.AddPropertyType(Property("title"), "content");
        page.AddPropertyType(Property("loose"));
        _storage.InScope(() => Types.Save(seo));
        page.AddContentType(seo);
        page.AllowedContentTypes = [new ContentTypeSort(seo.Key, 7, "seo")];
        _storage.InScope(() => Types.Save(page));

        var read = _storage.InScope(() => Types.Get("page"))!;

        Assert.Equal("Страница", read.Name);
        Assert.Equal(["title"], read.PropertyGroups["content"].PropertyTypes!.Select(p => p.Alias));
        Assert.Equal(["loose"], read.NoGroupPropertyTypes.Select(p => p.Alias));
        Assert.Contains("metaTitle", read.CompositionPropertyTypes.Select(p => p.Alias));
        Assert.Equal([new ContentTypeSort(seo.Key, 0, "seo")], read.AllowedContentTypes!);
        Assert.False(read.IsDirty());
        Assert.Equal($"-1,{read.Id}", read.Path);
    }

    [Fact]
    public void Save_PropertyMovedAndOneRemoved_KeepsTheOneAndDropsTheOther()
    {
        var page = Type("page", "Page");
        page.AddPropertyGroup("a", "A");
        page.AddPropertyGroup("b", "B");
        page.AddPropertyType(Property("stays"), "a");
        page.AddPropertyType(Property("goes"), "a");
        _storage.InScope(() => Types.Save(page));

        var read = _storage.InScope(() => Types.Get(page.Key))!;
        read.MovePropertyType("stays", "b");
        read.RemovePropertyGroup("a");
        read.RemovePropertyType("goes");
        _storage.InScope(() => Types.Save(read));

        var again = _storage.InScope(() => Types.Get(page.Key))!;
        Assert.Equal(["b"], again.PropertyGroups.Select(g => g.Alias));
        Assert.Equal(["stays"], again.PropertyTypes.Select(p => p.Alias));
        Assert.Equal(page.PropertyTypes.First(p => p.Alias == "stays").Id, again.PropertyTypes.Single().Id);
    }

    private ContentType Type(string alias, string name) =>
        new(Strings, Constants.System.Root)
        {
            Alias = alias,
            Name = name,
            Icon = "icon-document",
        };

    private PropertyType Property(string alias)
    {
        var dataType = _storage.InScope(() => _storage.Get<IDataTypeRepository>().Get(-88))!;
        return new PropertyType(Strings, dataType, alias) { Name = alias };
    }
}
