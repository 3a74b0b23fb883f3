using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace NKCSI.Cms.Hosting.Serialization;

/// <summary>
/// The three JSON dialects of Umbraco 17's stored values (contracts/storage/semantics.md 17). They share camel case,
/// enums as names and escaping of everything beyond basic Latin, which keeps stored text comparable with that of a
/// genuine site.
/// </summary>
internal static class JsonSettings
{
    public static JsonSerializerOptions Values(JavaScriptEncoder encoder)
    {
        var options = Shared(encoder);
        options.Converters.Add(new BlockValueConverter());
        return options;
    }

    /// <summary>As <see cref="Values"/>: webhooks carry the same shapes.</summary>
    public static JsonSerializerOptions Webhooks(JavaScriptEncoder encoder) => Values(encoder);

    public static JsonSerializerOptions Configurations(JavaScriptEncoder encoder)
    {
        var options = Shared(encoder);
        // Configurations of old sites are spelled in other cases, and hold numbers and booleans as text.
        options.PropertyNameCaseInsensitive = true;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.Converters.Add(new LenientBooleanConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(NameAsConfigurationField);
        return options;
    }

    private static JsonSerializerOptions Shared(JavaScriptEncoder encoder) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = encoder,
            Converters =
            {
                new JsonStringEnumConverter(),
                new UdiConverter(),
                new UdiRangeConverter(),
                new LooseObjectConverter(),
            },
        };

    private static void NameAsConfigurationField(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            var fields = property.AttributeProvider?.GetCustomAttributes(typeof(ConfigurationFieldAttribute), true);
            if (fields is [ConfigurationFieldAttribute { Key: { } key }, ..])
            {
                property.Name = key;
            }
        }
    }
}

/// <summary>Values of properties.</summary>
internal sealed class ValueJsonSerializer(IJsonSerializerEncoderFactory encoders)
    : CmsJsonSerializer(JsonSettings.Values(encoders.CreateEncoder<ValueJsonSerializer>()));

/// <summary>Configurations of data types.</summary>
internal sealed class ConfigurationJsonSerializer(IJsonSerializerEncoderFactory encoders)
    : CmsJsonSerializer(JsonSettings.Configurations(encoders.CreateEncoder<ConfigurationJsonSerializer>())),
        IConfigurationEditorJsonSerializer;

/// <summary>Bodies of webhook calls.</summary>
internal sealed class WebhookJsonSerializer(IJsonSerializerEncoderFactory encoders)
    : CmsJsonSerializer(JsonSettings.Webhooks(encoders.CreateEncoder<WebhookJsonSerializer>())),
        IWebhookJsonSerializer;

/// <summary>Escapes everything beyond basic Latin, as a genuine site does unless told otherwise.</summary>
internal sealed class BasicLatinEncoderFactory : IJsonSerializerEncoderFactory
{
    public JavaScriptEncoder CreateEncoder<TSerializer>()
        where TSerializer : IJsonSerializer => JavaScriptEncoder.Create(UnicodeRanges.BasicLatin);
}
