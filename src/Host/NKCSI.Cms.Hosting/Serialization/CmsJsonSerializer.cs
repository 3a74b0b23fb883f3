using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Extensions;

namespace NKCSI.Cms.Hosting.Serialization;

/// <summary>Core's JSON contract over System.Text.Json; the derived classes choose the settings.</summary>
internal abstract class CmsJsonSerializer(JsonSerializerOptions options) : IJsonSerializer
{
    public string Serialize(object? input) => JsonSerializer.Serialize(input, options);

    public T? Deserialize<T>(string input) => JsonSerializer.Deserialize<T>(input, options);

    /// <summary>
    /// Reads a value of an editor: a node or the text of an object or array. Anything else is a plain value, not JSON.
    /// </summary>
    public bool TryDeserialize<T>(object input, [NotNullWhen(true)] out T? value)
        where T : class
    {
        var json = input switch
        {
            JsonNode node => node.ToJsonString(),
            string text when text.DetectIsJson() => text,
            _ => null,
        };
        value = string.IsNullOrWhiteSpace(json) ? null : Deserialize<T>(json);
        return value is not null;
    }
}
