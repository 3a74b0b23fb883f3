using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Umbraco.Cms.Core.Serialization;

namespace NKCSI.Cms.Publishing.PropertyEditors.Stored;

/// <summary>
/// Reads and writes the JSON that property editors keep in the database, character by character as a genuine
/// Umbraco 17 writes it (contracts/storage/semantics.md 3): camel case, enums as text, UDIs as text, the default
/// escaping, and block values with their layout last.
/// </summary>
/// <remarks>
/// The host has a serializer of its own; the form of stored values must not depend on how that one is set up.
/// </remarks>
internal sealed class StoredValueSerializer : IJsonSerializer
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters =
        {
            new JsonStringEnumConverter(),
            new UdiJsonConverterFactory(),
            new UntypedJsonConverter(),
            new BlockValueJsonConverterFactory(),
        },
    };

    private readonly JsonSerializerOptions _options = Options;

    public string Serialize(object? input) => JsonSerializer.Serialize(input, _options);

    public T? Deserialize<T>(string input) => JsonSerializer.Deserialize<T>(input, _options);

    public bool TryDeserialize<T>(object input, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = input is T typed ? typed : Read<T>(input);
        return value is not null;
    }

    /// <summary>
    /// The value that a client posted or the database holds, as <typeparamref name="T"/>.
    /// </summary>
    /// <returns>The value; <see langword="null"/> when it is no JSON of that form.</returns>
    public T? Read<T>(object? input)
        where T : class
    {
        try
        {
            return input switch
            {
                null => null,
                T typed => typed,
                JsonNode node => node.Deserialize<T>(_options),
                JsonElement { ValueKind: JsonValueKind.String } text => ReadText<T>(text.GetString()),
                JsonElement element => element.Deserialize<T>(_options),
                string text => ReadText<T>(text),
                _ => JsonSerializer.SerializeToNode(input, _options)?.Deserialize<T>(_options),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private T? ReadText<T>(string? text)
        where T : class
    {
        var start = text.AsSpan().TrimStart();
        return start is ['{' or '[', ..] ? JsonSerializer.Deserialize<T>(text!, _options) : null;
    }
}
