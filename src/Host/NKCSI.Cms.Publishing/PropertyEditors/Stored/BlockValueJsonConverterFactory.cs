using System.Text.Json;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core.Models.Blocks;

namespace NKCSI.Cms.Publishing.PropertyEditors.Stored;

/// <summary>
/// JSON of the block values: the layout is kept by editor alias, its items have the type that the block value asks
/// for, and layouts of other editors are left out on reading (a block list cannot show a grid's layout).
/// </summary>
internal sealed class BlockValueJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => LayoutTypeOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(
                typeof(Converter<,>).MakeGenericType(typeToConvert, LayoutTypeOf(typeToConvert)!)
            )!;

    private static Type? LayoutTypeOf(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(BlockValue<>) && !type.IsAbstract)
            {
                return t.GetGenericArguments()[0];
            }
        }

        return null;
    }

    private sealed class Converter<TValue, TLayout> : JsonConverter<TValue>
        where TValue : BlockValue<TLayout>, new()
        where TLayout : class, IBlockLayoutItem, new()
    {
        public override TValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = new TValue();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("A block value is a JSON object.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                switch (name)
                {
                    case "contentData":
                        value.ContentData = JsonSerializer.Deserialize<List<BlockItemData>>(ref reader, options) ?? [];
                        break;
                    case "settingsData":
                        value.SettingsData = JsonSerializer.Deserialize<List<BlockItemData>>(ref reader, options) ?? [];
                        break;
                    case "expose":
                        value.Expose = JsonSerializer.Deserialize<List<BlockItemVariation>>(ref reader, options) ?? [];
                        break;
                    case "layout" when reader.TokenType == JsonTokenType.StartObject:
                        ReadLayout(ref reader, value, options);
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            return value;
        }

        public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            WriteMember(writer, "contentData", value.ContentData, options);
            WriteMember(writer, "settingsData", value.SettingsData, options);
            WriteMember(writer, "expose", value.Expose, options);
            writer.WriteStartObject("layout");
            foreach (var (alias, items) in value.Layout)
            {
                WriteMember(writer, alias, items.OfType<TLayout>().ToArray(), options);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        private static void ReadLayout(ref Utf8JsonReader reader, TValue value, JsonSerializerOptions options)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var alias = reader.GetString()!;
                reader.Read();
                if (IsOwn(value, alias))
                {
                    value.Layout[alias] = JsonSerializer.Deserialize<TLayout[]>(ref reader, options) ?? [];
                }
                else
                {
                    reader.Skip();
                }
            }
        }

#pragma warning disable CS0618 // The only way to know of layouts under the former name of the rich text editor.
        private static bool IsOwn(TValue value, string alias) =>
            string.Equals(value.PropertyEditorAlias, alias, StringComparison.Ordinal)
            || value.SupportsBlockLayoutAlias(alias);
#pragma warning restore CS0618

        private static void WriteMember<T>(Utf8JsonWriter writer, string name, T value, JsonSerializerOptions options)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, options);
        }
    }
}
