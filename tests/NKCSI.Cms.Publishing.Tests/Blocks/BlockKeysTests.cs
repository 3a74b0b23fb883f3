using System.Text.Json.Nodes;
using NKCSI.Cms.Publishing.Blocks;

namespace NKCSI.Cms.Publishing.Tests.Blocks;

public sealed class BlockKeysTests
{
    private const string Outer = "11111111-1111-1111-1111-111111111111";
    private const string Settings = "22222222-2222-2222-2222-222222222222";
    private const string Inner = "33333333-3333-3333-3333-333333333333";
    private const string Type = "44444444-4444-4444-4444-444444444444";

    [Fact]
    public void Renew_NestedBlocks_RenamesEveryKeyWhereverItIsNamed()
    {
        var inner = new JsonObject
        {
            ["layout"] = new JsonObject { ["Umbraco.BlockList"] = new JsonArray(Layout(Inner)) },
            ["contentData"] = new JsonArray(Block(Inner)),
            ["settingsData"] = new JsonArray(),
            ["expose"] = new JsonArray(new JsonObject { ["contentKey"] = Inner }),
        };
        var stored = new JsonObject
        {
            ["layout"] = new JsonObject { ["Umbraco.BlockList"] = new JsonArray(Layout(Outer, Settings)) },
            ["contentData"] = new JsonArray(Block(Outer, inner.ToJsonString())),
            ["settingsData"] = new JsonArray(Block(Settings)),
            ["expose"] = new JsonArray(new JsonObject { ["contentKey"] = Outer }),
        }.ToJsonString();

        var renewed = BlockKeys.Renew(stored, Guid.NewGuid);

        Assert.DoesNotContain(Outer, renewed, StringComparison.Ordinal);
        Assert.DoesNotContain(Settings, renewed, StringComparison.Ordinal);
        Assert.DoesNotContain(Inner, renewed, StringComparison.Ordinal);
        Assert.Contains(Type, renewed, StringComparison.Ordinal);
        var json = JsonNode.Parse(renewed)!;
        var key = (string)json["contentData"]![0]!["key"]!;
        Assert.Equal(key, (string?)json["layout"]!["Umbraco.BlockList"]![0]!["contentKey"]);
        Assert.Equal(key, (string?)json["expose"]![0]!["contentKey"]);
        var nested = JsonNode.Parse((string)json["contentData"]![0]!["values"]![0]!["value"]!)!;
        Assert.Equal(
            (string?)nested["contentData"]![0]!["key"],
            (string?)nested["layout"]!["Umbraco.BlockList"]![0]!["contentKey"]
        );
    }

    [Fact]
    public void Renew_RichText_RenamesKeysInTheMarkup()
    {
        var stored = new JsonObject
        {
            ["markup"] = $"<p>Текст</p><umb-rte-block data-content-key=\"{Outer}\"></umb-rte-block>",
            ["blocks"] = new JsonObject { ["contentData"] = new JsonArray(Block(Outer)) },
        }.ToJsonString();

        var json = JsonNode.Parse(BlockKeys.Renew(stored, Guid.NewGuid))!;

        Assert.Contains(
            (string)json["blocks"]!["contentData"]![0]!["key"]!,
            (string)json["markup"]!,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("обикновен текст")]
    [InlineData("[квадратни скоби] и Data")]
    [InlineData("{\"markup\":\"<p>44444444-4444-4444-4444-444444444444</p>\",\"blocks\":null}")]
    public void Renew_ValueWithoutBlocks_IsLeftAsItIs(string stored) =>
        Assert.Equal(stored, BlockKeys.Renew(stored, Guid.NewGuid));

    private static JsonObject Layout(string content, string? settings = null) =>
        new() { ["contentKey"] = content, ["settingsKey"] = settings };

    private static JsonObject Block(string key, string? value = null) =>
        new()
        {
            ["contentTypeKey"] = Type,
            ["key"] = key,
            ["values"] = new JsonArray(new JsonObject { ["alias"] = "text", ["value"] = value }),
        };
}
