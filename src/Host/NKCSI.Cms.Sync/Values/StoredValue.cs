using System.Globalization;
using NKCSI.Cms.Sync.Files;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Sync.Values;

/// <summary>Turns a value of a file into what Umbraco stores for its property, and both into one comparable text.</summary>
internal static class StoredValue
{
    private const string DateFormat = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>The value to store: null for an empty one, JSON compact, numbers and dates typed.</summary>
    /// <exception cref="SyncFileException">The text does not fit the property's storage.</exception>
    public static object? FromFile(string text, ValueStorageType storage, string element)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        return storage switch
        {
            ValueStorageType.Integer => ParseInteger(text.Trim(), element),
            ValueStorageType.Decimal => ParseDecimal(text.Trim(), element),
            ValueStorageType.Date => ParseDate(text.Trim(), element),
            _ => CanonicalJson.TryParse(text, out var json) ? CanonicalJson.Compact(json) : text,
        };
    }

    /// <summary>Equal texts mean equal values.</summary>
    public static string Canonical(object? value) =>
        value switch
        {
            null => string.Empty,
            string text => CanonicalJson.OfText(text).ReplaceLineEndings("\n"),
            DateTime date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
            bool flag => flag ? "1" : "0",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? string.Empty,
        };

    private static object ParseInteger(string text, string element)
    {
        if (bool.TryParse(text, out var flag))
        {
            return flag ? 1 : 0;
        }
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SyncFileException(element, "NotANumber", text);
    }

    private static object ParseDecimal(string text, string element) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SyncFileException(element, "NotANumber", text);

    // A date without a zone is stored as it is written; one with a zone in UTC.
    private static object ParseDate(string text, string element) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : throw new SyncFileException(element, "NotADate", text);
}
