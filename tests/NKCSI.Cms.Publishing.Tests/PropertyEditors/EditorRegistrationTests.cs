using NKCSI.Cms.Publishing.Tests.PropertyEditors.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Xunit;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors;

[Collection(EditorHost.Collection)]
public sealed class EditorRegistrationTests
{
    /// <summary>Every alias that a genuine Umbraco 17.5.2 has an editor for.</summary>
    public static readonly string[] Aliases =
    [
        "Umbraco.BlockGrid",
        "Umbraco.BlockList",
        "Umbraco.CheckBoxList",
        "Umbraco.ColorPicker",
        "Umbraco.ColorPicker.EyeDropper",
        "Umbraco.ContentPicker",
        "Umbraco.DateOnly",
        "Umbraco.DateTime",
        "Umbraco.DateTimeUnspecified",
        "Umbraco.DateTimeWithTimeZone",
        "Umbraco.Decimal",
        "Umbraco.DropDown.Flexible",
        "Umbraco.EmailAddress",
        "Umbraco.EntityDataPicker",
        "Umbraco.ImageCropper",
        "Umbraco.Integer",
        "Umbraco.Label",
        "Umbraco.ListView",
        "Umbraco.MarkdownEditor",
        "Umbraco.MediaPicker3",
        "Umbraco.MemberGroupPicker",
        "Umbraco.MemberPicker",
        "Umbraco.MultiNodeTreePicker",
        "Umbraco.MultipleTextstring",
        "Umbraco.MultiUrlPicker",
        "Umbraco.Plain.DateTime",
        "Umbraco.Plain.Decimal",
        "Umbraco.Plain.Integer",
        "Umbraco.Plain.Json",
        "Umbraco.Plain.String",
        "Umbraco.Plain.Time",
        "Umbraco.RadioButtonList",
        "Umbraco.RichText",
        "Umbraco.SingleBlock",
        "Umbraco.Slider",
        "Umbraco.Tags",
        "Umbraco.TextArea",
        "Umbraco.TextBox",
        "Umbraco.TimeOnly",
        "Umbraco.TrueFalse",
        "Umbraco.UploadField",
        "Umbraco.UserPicker",
    ];

    [Fact]
    public async Task AddPropertyEditors_OnCore_GivesEveryAliasItsEditorOnce()
    {
        await using var host = await EditorHost.StartAsync();

        var found = host.Get<PropertyEditorCollection>().Select(editor => editor.Alias).Order(StringComparer.Ordinal);

        Assert.Equal(Aliases.Order(StringComparer.Ordinal), found);
        Assert.All(host.Get<PropertyEditorCollection>(), editor => Assert.NotNull(editor.GetValueEditor()));
        Assert.All(host.Get<PropertyEditorCollection>(), editor => Assert.NotNull(editor.GetConfigurationEditor()));
    }

    [Fact]
    public async Task PublishedPropertyType_OfEveryAlias_FindsOneConverter()
    {
        await using var host = await EditorHost.StartAsync();
        var editors = host.Get<PropertyEditorCollection>();
        var serializer = host.Get<IConfigurationEditorJsonSerializer>();
        var types = host.Get<IDataTypeService>();
        foreach (var alias in Aliases)
        {
            var dataType = new DataType(editors[alias]!, serializer) { Name = alias };
            Assert.True((await types.CreateAsync(dataType, Constants.Security.SuperUserKey)).Success, alias);
            var type = new ContentType(host.Get<IShortStringHelper>(), -1) { Alias = "sample", Name = "Sample" };
            var property = new PropertyType(host.Get<IShortStringHelper>(), dataType, "value") { Name = "Value" };

            var published = host.Get<IPublishedContentTypeFactory>().CreatePropertyType(new NoContentType(), property);

            Assert.NotNull(published.ModelClrType);
            Assert.NotNull(type);
        }
    }

    [Fact]
    public async Task DataType_OfAnUnknownAlias_KeepsItsValuesUntouched()
    {
        await using var host = await EditorHost.StartAsync();
        const string Alias = "My.Unknown";
        const string Value = "{\"anything\":[1,\"два\"]}";
        var dataType = new DataType(
            new MissingPropertyEditor(Alias, host.Get<IDataValueEditorFactory>()),
            host.Get<IConfigurationEditorJsonSerializer>()
        )
        {
            Name = "Unknown",
            DatabaseType = ValueStorageType.Ntext,
            ConfigurationData = new Dictionary<string, object> { ["own"] = "setting" },
        };
        Assert.True(
            (await host.Get<IDataTypeService>().CreateAsync(dataType, Constants.Security.SuperUserKey)).Success
        );
        var type = new ContentType(host.Get<IShortStringHelper>(), -1)
        {
            Alias = "page",
            Name = "Page",
            AllowedAsRoot = true,
        };
        type.AddPropertyType(new PropertyType(host.Get<IShortStringHelper>(), dataType, "value") { Name = "Value" });
        Assert.True((await host.Get<IContentTypeService>().CreateAsync(type, Constants.Security.SuperUserKey)).Success);
        var contents = host.Get<IContentService>();
        var document = contents.Create("Page", Constants.System.Root, "page");
        document.SetValue("value", Value);

        Assert.True(contents.Save(document).Success);
        Assert.True(contents.Publish(document, ["*"]).Success);

        var kept = contents.GetById(document.Key)!;
        var keptType = (await host.Get<IDataTypeService>().GetAsync(dataType.Key))!;
        Assert.Equal(Value, kept.GetValue<string>("value"));
        Assert.Equal(Value, kept.GetValue<string>("value", published: true));
        Assert.Equal(Alias, keptType.EditorAlias);
        Assert.Equal("setting", keptType.ConfigurationData["own"]);
    }
}
