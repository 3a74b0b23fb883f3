using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Blocks;

namespace NKCSI.Cms.Hosting.Serialization;

/// <summary>
/// Values of the block editors. <c>layout</c> is keyed by editor alias and its items have the type of the concrete
/// editor; layouts of other editors are left out. Reads also the forms before version 15: <c>udi</c> instead of
/// <c>key</c>, and property values beside the keys, where one of them may be named <c>values</c>.
/// </summary>
internal sealed class BlockValueConverter : JsonConverter<BlockValue>
{
    private const string ContentData = "contentData";
    private const string SettingsData = "settingsData";
    private const string Expose = "expose";
    private const string Layout = "layout";

    public override bool CanConvert(Type typeToConvert) => typeof(BlockValue).IsAssignableFrom(typeToConvert);

    public override BlockValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonNode.Parse(ref reader) is not JsonObject json)
        {
            throw new JsonException("A block value is an object.");
        }

        var value = (BlockValue)Activator.CreateInstance(typeToConvert)!;
        foreach (var (name, node) in json)
        {
            if (Is(name, ContentData))
            {
                value.ContentData = ReadItems(node, options);
            }
            else if (Is(name, SettingsData))
            {
                value.SettingsData = ReadItems(node, options);
            }
            else if (Is(name, Expose))
            {
                value.Expose =
                    node.Deserialize<List<BlockItemVariation>>(options)
                    ?? throw new JsonException("'expose' is a list.");
            }
            else if (Is(name, Layout))
            {
                ReadLayout(node, value, options);
            }
        }

        return value;
    }

    public override void Write(Utf8JsonWriter writer, BlockValue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(ContentData);
        JsonSerializer.Serialize(writer, value.ContentData, options);
        if (value.SettingsData is { } settings)
        {
            writer.WritePropertyName(SettingsData);
            JsonSerializer.Serialize(writer, settings, options);
        }

        writer.WritePropertyName(Expose);
        JsonSerializer.Serialize(writer, value.Expose, options);
        writer.WriteStartObject(Layout);
        if (
            value.Layout.TryGetValue(value.PropertyEditorAlias, out var items) && items.ToArray() is { Length: > 0 } own
        )
        {
            var type = LayoutItemType(value.GetType());
            writer.WriteStartArray(value.PropertyEditorAlias);
            foreach (var item in own)
            {
                JsonSerializer.Serialize(writer, item, type, options);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static bool Is(string name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static void ReadLayout(JsonNode? node, BlockValue value, JsonSerializerOptions options)
    {
        if (node is not JsonObject layouts)
        {
            return;
        }

        var listType = typeof(List<>).MakeGenericType(LayoutItemType(value.GetType()));
        foreach (var (alias, items) in layouts)
        {
            if (items is not JsonArray)
            {
                throw new JsonException($"The layout of '{alias}' is not a list.");
            }

#pragma warning disable CS0618 // The only contract that names the aliases of older forms.
            var isOwn = value.SupportsBlockLayoutAlias(alias);
#pragma warning restore CS0618
            if (isOwn)
            {
                value.Layout[value.PropertyEditorAlias] =
                    items.Deserialize(listType, options) as IEnumerable<IBlockLayoutItem>
                    ?? throw new JsonException($"The layout of '{alias}' cannot be read.");
            }
        }
    }

    private static List<BlockItemData> ReadItems(JsonNode? node, JsonSerializerOptions options) =>
        node is JsonArray items
            ? [.. items.OfType<JsonObject>().Select(item => ReadItem(item, options)).OfType<BlockItemData>()]
            : [];

    private static BlockItemData? ReadItem(JsonObject json, JsonSerializerOptions options)
    {
        var udi = json["udi"] is JsonValue text && text.TryGetValue<string>(out var written) ? written : null;
        json.Remove("udi");

        // Up to version 14 a property of the block could have the alias 'values', which then is no list of values.
        var oldValues = json["values"] is { } named && named is not JsonArray ? named : null;
        if (oldValues is not null)
        {
            json.Remove("values");
        }

        var item = json.Deserialize<BlockItemData>(options);
        if (item is null)
        {
            return null;
        }

        if (oldValues is not null)
        {
#pragma warning disable CS0618 // Where values of that age belong, from where Core's migration takes them.
            item.RawPropertyValues["values"] = oldValues.Deserialize<object?>(options);
#pragma warning restore CS0618
        }

        if (item.Key == Guid.Empty && UdiParser.TryParse(udi, out GuidUdi? key))
        {
            item.Key = key.Guid;
        }

        return item;
    }

    private static Type LayoutItemType(Type valueType) =>
        valueType.BaseType?.GenericTypeArguments is [var type, ..] && typeof(IBlockLayoutItem).IsAssignableFrom(type)
            ? type
            : throw new JsonException($"'{valueType}' does not say which layout items it holds.");
}
