using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Serialization;

namespace NKCSI.Cms.Publishing.PropertyEditors.Stored;

/// <summary>
/// The host's JSON of stored values, asked so that a value of another form is no value rather than an error: databases
/// hold what former editors of a property wrote, and clients post what they like.
/// </summary>
internal sealed class StoredJson(IJsonSerializer json) : IJsonSerializer
{
    public string Serialize(object? input) => json.Serialize(input);

    public T? Deserialize<T>(string input) => json.Deserialize<T>(input);

    public bool TryDeserialize<T>(object input, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = Read<T>(input);
        return value is not null;
    }

    /// <summary>The value that a client posted or the database holds, as <typeparamref name="T"/>.</summary>
    /// <returns>The value; <see langword="null"/> when it is no JSON object or array of that form.</returns>
    public T? Read<T>(object? input)
        where T : class
    {
        if (input is T typed)
        {
            return typed;
        }

        var text = input switch
        {
            null => null,
            string plain => plain,
            JsonValue node => node.TryGetValue<string>(out var plain) ? plain : null,
            JsonNode node => node.ToJsonString(),
            JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
            JsonElement element => element.GetRawText(),
            _ => json.Serialize(input),
        };
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            return json.Deserialize<T>(text!);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
