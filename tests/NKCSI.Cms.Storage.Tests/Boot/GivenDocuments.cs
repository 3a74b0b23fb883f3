using NKCSI.Testing;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Storage.Tests.Boot;

/// <summary>Types and documents that the tests of the boot start from.</summary>
internal static class GivenDocuments
{
    public const string TypeAlias = "page";
    public const string Reference = "related";

    /// <summary>An invariant type with one content picker.</summary>
    public static async Task<IContentType> GivenTypeAsync(this CmsTestHost host)
    {
        var strings = host.Get<IShortStringHelper>();
        var picker = (
            await host.Get<IDataTypeService>().GetByEditorAliasAsync(Constants.PropertyEditors.Aliases.ContentPicker)
        ).First();
        var type = new ContentType(strings, Constants.System.Root)
        {
            Alias = TypeAlias,
            Name = "Страница",
            AllowedAsRoot = true,
        };
        type.AddPropertyType(
            new PropertyType(strings, picker, Reference) { Name = "Свързано" },
            "content",
            "Съдържание"
        );
        var created = await host.Get<IContentTypeService>().CreateAsync(type, Constants.Security.SuperUserKey);
        return created.Success ? type : throw new InvalidOperationException(created.Result.ToString());
    }

    public static IContent GivenDocument(this CmsTestHost host, string name, int parentId = Constants.System.Root)
    {
        var documents = host.Get<IContentService>();
        var document = documents.Create(name, parentId, TypeAlias);
        var saved = documents.Save(document);
        return saved.Success ? document : throw new InvalidOperationException(saved.Result.ToString());
    }
}
