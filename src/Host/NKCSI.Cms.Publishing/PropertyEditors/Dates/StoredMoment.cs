using System.Globalization;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;

namespace NKCSI.Cms.Publishing.PropertyEditors.Dates;

/// <summary>
/// What the date editors since Umbraco 17 keep: <c>{"date":"2031-05-06T17:18:00+03:00","timeZone":"Europe/Sofia"}</c>.
/// An editor without a date or without a time keeps the other half at its minimum.
/// </summary>
internal sealed class StoredMoment
{
    public DateTimeOffset Date { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>The stored value of a date editor, also of the older one that it may have replaced.</summary>
    public static StoredMoment? From(object? value, StoredJson stored) =>
        value switch
        {
            null => null,
            StoredMoment moment => moment,
            DateTime moment => new StoredMoment
            {
                Date = new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
            },
            string text when stored.Read<StoredMoment>(text) is { } moment => moment,
            string text
                when DateTimeOffset.TryParse(
                    text,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var moment
                ) => new StoredMoment { Date = moment },
            _ => null,
        };
}

/// <summary>What the client of a date editor posts and reads.</summary>
internal sealed class PostedMoment
{
    public string? Date { get; set; }

    public string? TimeZone { get; set; }
}
