using System.Globalization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Puts a property value into the column that its data type says, and reads it back.</summary>
internal static class PropertyValueColumns
{
    /// <summary>
    /// The first column that holds something: a value that was stored before its data type changed columns still shows.
    /// </summary>
    public static object? Read(PropertyDataRow row) =>
        row.IntValue
        ?? row.DecimalValue
        ?? row.DateValue
        ?? (string.IsNullOrEmpty(row.VarcharValue) ? null : row.VarcharValue)
        ?? (string.IsNullOrEmpty(row.TextValue) ? null : (object)row.TextValue);

    /// <summary>Sets the one column; a value that does not fit its data type is stored as none.</summary>
    public static void Write(PropertyDataRow row, IProperty property, object? value)
    {
        switch (property.ValueStorageType)
        {
            case ValueStorageType.Integer:
                row.IntValue = Integer(value, property.PropertyType.PropertyEditorAlias);
                break;
            case ValueStorageType.Decimal:
                row.DecimalValue = Decimal(value);
                break;
            case ValueStorageType.Date:
                row.DateValue = Date(value);
                break;
            case ValueStorageType.Nvarchar:
                row.VarcharValue = Text(value);
                break;
            case ValueStorageType.Ntext:
                row.TextValue = Text(value);
                break;
            default:
                throw new InvalidOperationException(
                    $"Property {property.Alias} has the unknown storage {property.ValueStorageType}."
                );
        }
    }

    public static bool AreEqual(PropertyDataRow left, PropertyDataRow right) =>
        left.IntValue == right.IntValue
        && left.DecimalValue == right.DecimalValue
        && left.DateValue == right.DateValue
        && string.Equals(left.VarcharValue, right.VarcharValue, StringComparison.Ordinal)
        && string.Equals(left.TextValue, right.TextValue, StringComparison.Ordinal)
        && string.Equals(left.SortableValue, right.SortableValue, StringComparison.Ordinal);

    private static int? Integer(object? value, string editorAlias) =>
        value switch
        {
            int number => number,
            bool yes => yes ? 1 : 0,
            null => editorAlias == Constants.PropertyEditors.Aliases.Boolean ? 0 : null,
            _ => Text(value) is { } text && int.TryParse(text, CultureInfo.InvariantCulture, out var parsed) ? parsed
            : bool.TryParse(Text(value), out var yes) ? (yes ? 1 : 0)
            : null,
        };

    private static decimal? Decimal(object? value)
    {
        decimal? number = value switch
        {
            decimal exact => exact,
            _ => decimal.TryParse(Text(value), CultureInfo.InvariantCulture, out var parsed) ? parsed : null,
        };
        // The column is text: without the trailing zeros equal numbers are equal texts.
        return number / 1.000000000000000000000000000000000m;
    }

    /// <summary>Dates of properties have whole seconds, as in a genuine database.</summary>
    private static DateTime? Date(object? value)
    {
        DateTime? date = value switch
        {
            DateTime exact => exact,
            _ => DateTime.TryParse(Text(value), CultureInfo.InvariantCulture, out var parsed) ? parsed : null,
        };
        return date?.AddTicks(-(date.Value.Ticks % TimeSpan.TicksPerSecond));
    }

    private static string? Text(object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && value is not null ? text : null;
}
