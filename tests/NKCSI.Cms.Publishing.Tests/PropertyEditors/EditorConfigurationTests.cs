using System.Text.Json.Nodes;
using NKCSI.Cms.Publishing.Tests.PropertyEditors.Support;
using NKCSI.Testing;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Xunit;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors;

[Collection(EditorHost.Collection)]
public sealed class EditorConfigurationTests
{
    [Fact(
        Skip = GenuineRecordings.WhyNot,
        SkipUnless = nameof(GenuineRecordings.AreThere),
        SkipType = typeof(GenuineRecordings)
    )]
    public async Task Configurations_PostedAsRecorded_AreJudgedAndStoredAsRecorded()
    {
        await using var host = await EditorHost.StartAsync();
        var site = new RecordedSite(host);
        var serializer = host.Get<IConfigurationEditorJsonSerializer>();
        var differences = new List<string>();
        foreach (
            var step in GenuineRecordings
                .Read("settings/data-type-editors.jsonl")
                .Where(step => step is { Method: "POST", Path: "/data-type" })
        )
        {
            var editor = host.Get<PropertyEditorCollection>()[step.Body!["editorAlias"]!.GetValue<string>()]!;
            var configuration = site.Configuration(step.Body);
            var refused = editor.GetConfigurationEditor().Validate(configuration).Any();
            if (refused != (step.Status == 400))
            {
                differences.Add($"{step.Name}: {(refused ? "refused" : "accepted")}");
            }

            if (step.Database?["umbracoDataType"]?["inserted"]?[0] is not JsonObject row)
            {
                continue;
            }

            var kept = editor
                .GetConfigurationEditor()
                .ToDatabase(editor.GetConfigurationEditor().FromConfigurationEditor(configuration), serializer);
            if (!JsonNode.DeepEquals(JsonNode.Parse(kept), JsonNode.Parse(row["config"]!.GetValue<string>())))
            {
                differences.Add($"{step.Name}: {kept} instead of {row["config"]}");
            }

            if (
                editor.Alias != "Umbraco.Label"
                && ValueTypes.ToStorageType(editor.GetValueEditor().ValueType).ToString()
                    != row["dbType"]!.GetValue<string>()
            )
            {
                differences.Add($"{step.Name}: kept as {editor.GetValueEditor().ValueType} instead of {row["dbType"]}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory]
    [InlineData("Umbraco.CheckBoxList", """{"items":["One","One"]}""")]
    [InlineData("Umbraco.RadioButtonList", """{"items":["One",""]}""")]
    [InlineData("Umbraco.DropDown.Flexible", """{"items":["one","ONE"]}""")]
    [InlineData("Umbraco.ColorPicker", """{"items":[{"value":"reddish","label":"Red"}]}""")]
    [InlineData("Umbraco.ColorPicker", """{"items":[{"value":"#ff0000","label":"Red"}]}""")]
    [InlineData("Umbraco.TextBox", """{"maxChars":100000}""")]
    [InlineData("Umbraco.Tags", """{"group":"","storageType":"Json"}""")]
    public async Task Validate_ConfigurationThatCannotWork_Refuses(string alias, string configuration)
    {
        await using var host = await EditorHost.StartAsync();
        var read = host.Get<IConfigurationEditorJsonSerializer>()
            .Deserialize<Dictionary<string, object>>(configuration)!;

        var refusals = host.Get<PropertyEditorCollection>()[alias]!.GetConfigurationEditor().Validate(read);

        Assert.NotEmpty(refusals);
    }

    [Fact]
    public async Task ConfigurationObject_OfEachEditor_IsOfItsOwnClass()
    {
        await using var host = await EditorHost.StartAsync();
        var serializer = host.Get<IConfigurationEditorJsonSerializer>();
        var editors = host.Get<PropertyEditorCollection>();

        object? Read(string alias, string json) =>
            new DataType(editors[alias]!, serializer)
            {
                ConfigurationData = editors[alias]!.GetConfigurationEditor().FromDatabase(json, serializer),
            }.ConfigurationObject;

        var grid = Assert.IsType<BlockGridConfiguration>(
            Read(
                "Umbraco.BlockGrid",
                """{"gridColumns":12,"blocks":[{"contentElementTypeKey":"a471f5b0-8651-5de7-874f-de2b7d5c5d31","areas":[{"key":"a86e8841-43b0-5216-8ff3-02f70cd07b00","alias":"left","columnSpan":6}]}]}"""
            )
        );
        Assert.Equal(12, grid.GridColumns);
        Assert.Equal("left", grid.Blocks[0].Areas[0].Alias);
        var list = Assert.IsType<BlockListConfiguration>(
            Read("Umbraco.BlockList", """{"validationLimit":{"min":1,"max":3}}""")
        );
        Assert.Equal(3, list.ValidationLimit.Max);
        Assert.IsType<SingleBlockConfiguration>(Read("Umbraco.SingleBlock", "{}"));
        Assert.IsType<DropDownFlexibleConfiguration>(
            Read("Umbraco.DropDown.Flexible", """{"multiple":true,"items":["a"]}""")
        );
        var moments = Assert.IsType<DateTimeConfiguration>(
            Read("Umbraco.DateTimeWithTimeZone", """{"timeZones":{"mode":"custom","timeZones":["Europe/Sofia"]}}""")
        );
        Assert.Equal(["Europe/Sofia"], moments.TimeZones!.TimeZones);
    }
}
