using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NKCSI.Cms.Storage.Database;

/// <summary>
/// Dates are stored in UTC without a zone (Umbraco 17). What is read must say so, or Core computes with the wrong kind;
/// what is written in local time is turned into UTC, and an unspecified kind is taken as the UTC that it came from.
/// </summary>
internal sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value,
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
    );
