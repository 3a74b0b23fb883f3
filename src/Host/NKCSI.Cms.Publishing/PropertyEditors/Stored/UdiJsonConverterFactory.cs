using System.Text.Json;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core;

namespace NKCSI.Cms.Publishing.PropertyEditors.Stored;

/// <summary>Writes a UDI as its text (<c>umb://document/…</c>) and reads it back, whatever the declared kind of UDI.</summary>
internal sealed class UdiJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeof(Udi).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert == typeof(GuidUdi) ? new Converter<GuidUdi>()
        : typeToConvert == typeof(StringUdi) ? new Converter<StringUdi>()
        : new Converter<Udi>();

    private sealed class Converter<TUdi> : JsonConverter<TUdi>
        where TUdi : Udi
    {
        public override TUdi? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && UdiParser.TryParse(text, out var udi) ? udi as TUdi : null;

        public override void Write(Utf8JsonWriter writer, TUdi value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
