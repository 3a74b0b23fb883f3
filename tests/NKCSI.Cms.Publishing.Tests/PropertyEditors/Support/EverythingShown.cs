using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors.Support;

/// <summary>The Delivery API's usual answer: properties of blocks are shown, those of picked items are not.</summary>
internal sealed class EverythingShown : IOutputExpansionStrategy, IOutputExpansionStrategyAccessor
{
    /// <summary>The settings with which values are compared to those of a genuine Delivery API.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(), new ElementConverter() },
    };

    public IDictionary<string, object?> MapElementProperties(IPublishedElement element) =>
        element.Properties.ToDictionary(
            p => p.Alias,
            p => p.HasValue() ? p.GetDeliveryApiValue(expanding: false) : null
        );

    public IDictionary<string, object?> MapContentProperties(IPublishedContent content) =>
        new Dictionary<string, object?>(StringComparer.Ordinal);

    public IDictionary<string, object?> MapMediaProperties(
        IPublishedContent media,
        bool skipUmbracoProperties = true
    ) => new Dictionary<string, object?>(StringComparer.Ordinal);

    public bool TryGetValue([NotNullWhen(true)] out IOutputExpansionStrategy? outputExpansionStrategy)
    {
        outputExpansionStrategy = this;
        return true;
    }

    /// <summary>Elements of rich text by what they are, not by what they are declared as.</summary>
    private sealed class ElementConverter : JsonConverter<IRichTextElement>
    {
        public override IRichTextElement Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, IRichTextElement value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
