using System.Text.Json.Nodes;
using NKCSI.Cms.Hosting.Serialization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Boot;

public class SerializerTests
{
    private readonly ValueJsonSerializer _values = new(new BasicLatinEncoderFactory());
    private readonly ConfigurationJsonSerializer _configurations = new(new BasicLatinEncoderFactory());

    [Fact]
    public void Deserialize_LooseValues_BecomePlainOnes()
    {
        var values = _configurations.Deserialize<Dictionary<string, object?>>(
            """
            {"small":1,"large":3000000000,"exact":1.10,"yes":true,"date":"2026-01-01","numbers":[1,2],
             "mixed":[1,"a"],"nothing":null,"empty":[],"node":{"a":1},"nodes":[{"a":1}]}
            """
        )!;

        Assert.Equal(1, values["small"]);
        Assert.Equal(3_000_000_000L, values["large"]);
        Assert.Equal(1.10m, values["exact"]);
        Assert.Equal(true, values["yes"]);
        Assert.Equal("2026-01-01", values["date"]);
        Assert.Equal([1, 2], Assert.IsType<List<int>>(values["numbers"]));
        Assert.Equal<object>([1, "a"], Assert.IsType<List<object>>(values["mixed"]));
        Assert.Null(values["nothing"]);
        Assert.Null(values["empty"]);
        Assert.IsType<JsonObject>(values["node"]);
        Assert.IsType<JsonArray>(values["nodes"]);
    }

    [Fact]
    public void Serialize_BlockList_HasTheStoredForm()
    {
        var key = new Guid("11111111-2222-3333-4444-555555555555");
        var type = new Guid("66666666-7777-8888-9999-000000000000");
        var value = new BlockListValue([new BlockListLayoutItem(key)])
        {
            ContentData =
            [
                new BlockItemData(key, type, "card")
                {
                    Values = [new BlockPropertyValue { Alias = "title", Value = "Идея" }],
                },
            ],
            Expose = [new BlockItemVariation(key, null, null)],
        };

        var json = _values.Serialize(value);

        var read = _values.Deserialize<BlockListValue>(json)!;
        Assert.StartsWith("""{"contentData":[{"contentTypeKey":""", json, StringComparison.Ordinal);
        Assert.Contains("""],"settingsData":[],"expose":[""", json, StringComparison.Ordinal);
        Assert.Contains(""","layout":{"Umbraco.BlockList":[""", json, StringComparison.Ordinal);
        Assert.Contains("\\u0418\\u0434\\u0435\\u044F", json, StringComparison.Ordinal);
        Assert.Equal(key, Assert.Single(read.GetLayouts()!).ContentKey);
        Assert.Equal("Идея", Assert.Single(Assert.Single(read.ContentData).Values).Value);
    }

    [Fact]
    public void Deserialize_BlocksOfAnotherEditor_LeavesTheirLayoutOut()
    {
        var value = _values.Deserialize<BlockListValue>(
            """
            {"layout":{"Umbraco.BlockGrid":[{"contentKey":"11111111-2222-3333-4444-555555555555","rowSpan":1}]},
             "contentData":[{"udi":"umb://element/11111111222233334444555555555555",
                             "contentTypeKey":"66666666-7777-8888-9999-000000000000"}]}
            """
        )!;

        Assert.Empty(value.Layout);
        Assert.Equal(new Guid("11111111-2222-3333-4444-555555555555"), Assert.Single(value.ContentData).Key);
    }

    [Fact]
    public void TryDeserialize_PlainText_IsNoJson()
    {
        Assert.False(_values.TryDeserialize<BlockListValue>("само текст", out _));
        Assert.True(_values.TryDeserialize<BlockListValue>(new JsonObject(), out _));
    }

    [Fact]
    public void Deserialize_OldConfiguration_IsReadLeniently()
    {
        var configuration = _configurations.Deserialize<MultiNodePickerConfiguration>(
            """{"MinNumber":"2","ignoreUserStartNodes":"1","startNode":{"type":"content"}}"""
        )!;

        Assert.Equal(2, configuration.MinNumber);
        Assert.True(configuration.IgnoreUserStartNodes);
    }

    [Fact]
    public void Serialize_Udi_IsItsText() =>
        Assert.Equal(
            "\"umb://document/11111111222233334444555555555555\"",
            _values.Serialize(Udi.Create("document", new Guid("11111111-2222-3333-4444-555555555555")))
        );
}
