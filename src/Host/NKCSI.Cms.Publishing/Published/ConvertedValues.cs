using System.Collections.Concurrent;

namespace NKCSI.Cms.Publishing.Published;

internal enum Conversion
{
    Inter,
    Object,
    Delivery,
    DeliveryExpanded,
}

internal readonly record struct ConvertedKey
{
    public ConvertedKey(Conversion conversion, string? culture, string? segment)
    {
        Conversion = conversion;
        // Cultures come as an editor, a URL or a browser wrote them.
        Culture = culture?.ToUpperInvariant() ?? string.Empty;
        Segment = segment?.ToUpperInvariant() ?? string.Empty;
    }

    public Conversion Conversion { get; }

    public string Culture { get; }

    public string Segment { get; }
}

/// <summary>Converted values of one property; the first that was made stays.</summary>
internal sealed class ConvertedValues(object? lifetime)
{
    private ConcurrentDictionary<ConvertedKey, object?>? _values;

    public object? Lifetime => lifetime;

    public object? Get(ConvertedKey key, Func<object?> convert)
    {
        var values = Volatile.Read(ref _values);
        if (values is not null && values.TryGetValue(key, out var known))
        {
            return known;
        }

        // A converter may ask this very property again: it runs outside any lock.
        var made = convert();
        if (values is null)
        {
            // Most properties hold a value or two: a dictionary of the usual size would outweigh them.
            var fresh = new ConcurrentDictionary<ConvertedKey, object?>(concurrencyLevel: 1, capacity: 3);
            values = Interlocked.CompareExchange(ref _values, fresh, null) ?? fresh;
        }

        return values.GetOrAdd(key, made);
    }
}
