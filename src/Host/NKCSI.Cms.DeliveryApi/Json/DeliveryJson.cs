using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace NKCSI.Cms.DeliveryApi.Json;

/// <summary>
/// The API's JSON: camel case, enums as words, nulls written, what an item really is without a discriminator, the type
/// first and the cultures last (contracts/delivery/delivery-api.md 6).
/// </summary>
internal static class DeliveryJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new ByRuntimeType(), new PlainDecimals() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Order } },
        NumberHandling = JsonNumberHandling.Strict,
    };

    public static IResult Of<T>(T value) => Results.Json(value, Options);

    private static void Order(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            property.Order = property.Name switch
            {
                "contentType" => -1,
                "cultures" => 1,
                _ => property.Order,
            };
        }
    }
}

/// <summary>Writes what a value is, not what its declaration promises: items and blocks differ by type.</summary>
internal sealed class ByRuntimeType : JsonConverterFactory
{
    private const string Models = "Umbraco.Cms.Core.Models.DeliveryApi";

    public override bool CanConvert(Type typeToConvert) => typeToConvert is { IsInterface: true, Namespace: Models };

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Writer<>).MakeGenericType(typeToConvert))!;

    private sealed class Writer<T> : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("The Delivery API only writes.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}

/// <summary>Writes 12.50 as 12.5 and 0.0 as 0: how many zeros the database kept is nobody's business.</summary>
internal sealed class PlainDecimals : JsonConverter<decimal>
{
    private const decimal One = 1.0000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value / One);
}
