using NKCSI.Cms.Publishing.Tests.PropertyEditors.Support;
using NKCSI.Testing;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Xunit;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors;

/// <summary>What a value refers to and which words it is tagged with, also inside blocks.</summary>
[Collection(EditorHost.Collection)]
public sealed class EditorReferenceTests
{
    private const string Document = "umb://document/5d13ceef086051a1bdfeb29e2a834aa9";
    private const string Media = "umb://media/467c781860ad5b30870469977f201aab";
    private static readonly Guid Quote = new("c8327595-afc8-5e81-b184-3d05d662bddb");

    [Theory]
    [InlineData("Umbraco.MultiNodeTreePicker", Document + "," + Media, new[] { Document, Media })]
    [InlineData(
        "Umbraco.MultiUrlPicker",
        "[{\"name\":\"a\",\"udi\":\"" + Document + "\"},{\"name\":\"b\",\"url\":\"https://example.org/\"}]",
        new[] { Document }
    )]
    [InlineData(
        "Umbraco.MediaPicker3",
        "[{\"key\":\"bb3d26f2-1657-5732-beab-c5655d77225e\",\"mediaKey\":\"467c7818-60ad-5b30-8704-69977f201aab\"}]",
        new[] { Media }
    )]
    [InlineData("Umbraco.MediaPicker3", Media, new[] { Media })]
    [InlineData(
        "Umbraco.RichText",
        "{\"markup\":\"<a type=\\\"document\\\" href=\\\"/{localLink:5d13ceef-0860-51a1-bdfe-b29e2a834aa9}\\\">a</a><img data-udi=\\\""
            + Media
            + "\\\" src=\\\"\\\">\"}",
        new[] { Document, Media }
    )]
    [InlineData("Umbraco.RichText", "", new string[0])]
    [InlineData("Umbraco.BlockList", "не е JSON", new string[0])]
    public async Task GetReferences_OfStoredValue_NamesWhatItRefersTo(string alias, string stored, string[] expected)
    {
        await using var host = await EditorHost.StartAsync();
        var editor = Assert.IsType<IDataValueReference>(
            host.Get<PropertyEditorCollection>()[alias]!.GetValueEditor(),
            exactMatch: false
        );

        var found = editor
            .GetReferences(stored)
            .Select(reference => reference.Udi.ToString())
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task Blocks_WithPickersAndTagsInside_TellReferencesAndTagsAndKeepTheInnerForm()
    {
        await using var host = await EditorHost.StartAsync();
        await AddQuoteAsync(host);
        var editor = host.Get<PropertyEditorCollection>()["Umbraco.BlockList"]!.GetValueEditor();
        var posted = $$$"""
            {"layout":{"Umbraco.BlockList":[{"contentKey":"5ebc52e7-7c58-5805-84f6-e05161858f0e"}]},
             "contentData":[
               {"contentTypeKey":"{{{Quote}}}","key":"5ebc52e7-7c58-5805-84f6-e05161858f0e","values":[
                 {"alias":"source","value":[{"type":"document","unique":"5d13ceef-0860-51a1-bdfe-b29e2a834aa9"}]},
                 {"alias":"words","value":["зелено","море"]},
                 {"alias":"gone","value":"x"}]},
               {"contentTypeKey":"{{{Quote}}}","key":"8baaee2f-e588-5c57-b051-e95cc54b54e8","values":[]}],
             "settingsData":[],"expose":[{"contentKey":"5ebc52e7-7c58-5805-84f6-e05161858f0e","culture":null,"segment":null}]}
            """;

        var stored = Assert.IsType<string>(editor.FromEditor(new ContentPropertyData(posted, null), null));

        Assert.DoesNotContain("8baaee2f", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("gone", stored, StringComparison.Ordinal);
        Assert.Equal([Document], ((IDataValueReference)editor).GetReferences(stored).Select(r => r.Udi.ToString()));
        Assert.Equal(["зелено", "море"], ((IDataValueTags)editor).GetTags(stored, null, null).Select(tag => tag.Text));
    }

    [Fact]
    public async Task MergePartialPropertyValueForCulture_OfBlocks_TakesOverThatCultureAlone()
    {
        await using var host = await EditorHost.StartAsync();
        var editor = host.Get<PropertyEditorCollection>()["Umbraco.BlockList"]!;
        static string Blocks(string bg, string en) =>
            $$$"""
                {"contentData":[{"contentTypeKey":"c8327595-afc8-5e81-b184-3d05d662bddb","key":"5ebc52e7-7c58-5805-84f6-e05161858f0e","values":[
                  {"alias":"words","culture":"bg-BG","value":"{{{bg}}}"},{"alias":"words","culture":"en-US","value":"{{{en}}}"} ]}],
                 "settingsData":[],"expose":[{"contentKey":"5ebc52e7-7c58-5805-84f6-e05161858f0e","culture":"bg-BG","segment":null}],
                 "layout":{"Umbraco.BlockList":[{"contentKey":"5ebc52e7-7c58-5805-84f6-e05161858f0e"}]}}
                """;

        var merged = (string)
            editor.MergePartialPropertyValueForCulture(Blocks("ново", "new"), Blocks("старо", "old"), "bg-BG")!;

        Assert.Contains("\\u043D\\u043E\\u0432\\u043E", merged, StringComparison.Ordinal);
        Assert.Contains("\"old\"", merged, StringComparison.Ordinal);
        Assert.DoesNotContain("\"new\"", merged, StringComparison.Ordinal);
    }

    private static async Task AddQuoteAsync(CmsTestHost host)
    {
        var strings = host.Get<IShortStringHelper>();
        var serializer = host.Get<IConfigurationEditorJsonSerializer>();
        var type = new ContentType(strings, Constants.System.Root)
        {
            Key = Quote,
            Alias = "quote",
            Name = "Quote",
            IsElement = true,
        };
        foreach (
            var (property, alias) in new[] { ("source", "Umbraco.MultiNodeTreePicker"), ("words", "Umbraco.Tags") }
        )
        {
            var editor = host.Get<PropertyEditorCollection>()[alias]!;
            var dataType = new DataType(editor, serializer) { Name = alias, DatabaseType = ValueStorageType.Ntext };
            Assert.True(
                (await host.Get<IDataTypeService>().CreateAsync(dataType, Constants.Security.SuperUserKey)).Success
            );
            type.AddPropertyType(new PropertyType(strings, dataType, property) { Name = property });
        }

        Assert.True((await host.Get<IContentTypeService>().CreateAsync(type, Constants.Security.SuperUserKey)).Success);
    }
}
