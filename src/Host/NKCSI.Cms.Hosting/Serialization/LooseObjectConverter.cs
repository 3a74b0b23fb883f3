using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NKCSI.Cms.Hosting.Serialization;

/// <summary>
/// Values without a declared type (configurations, values inside blocks) as plain .NET values: integers become
/// <see cref="int"/> or <see cref="long"/>, other numbers <see cref="decimal"/>, arrays of one kind a list of it, objects
/// stay <see cref="JsonObject"/> and arrays of objects <see cref="JsonArray"/>, which Core's value editors accept again.
/// An empty array becomes null, as in a genuine site.
/// </summary>
/// <remarks>
/// Two differences from the genuine converter, both so that a value comes back as it was stored: texts that look like a
/// date stay texts, and fractions do not pass through binary floating point.
/// </remarks>
internal sealed class LooseObjectConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadValue(ref reader);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        var type = value.GetType();
        if (type == typeof(object))
        {
            // Its own converter would be asked again without end.
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        JsonSerializer.Serialize(writer, value, type, options);
    }

    private static object? ReadValue(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => JsonNode.Parse(ref reader),
            JsonTokenType.StartArray => ReadArray(ref reader),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString(),
            _ => ReadNumber(ref reader),
        };

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt32(out var small))
        {
            return small;
        }

        if (reader.TryGetInt64(out var large))
        {
            return large;
        }

        return reader.TryGetDecimal(out var exact) ? exact : reader.GetDouble();
    }

    private static object? ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<object>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(ref reader) is { } item)
            {
                items.Add(item);
            }
        }

        if (items.Count == 0)
        {
            return null;
        }

        if (items.TrueForAll(item => item is JsonNode))
        {
            return new JsonArray([.. items.Cast<JsonNode>()]);
        }

        var type = items[0].GetType();
        if (!items.TrueForAll(item => item.GetType() == type))
        {
            return items;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
        foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
