using System.ComponentModel.DataAnnotations;
using System.Globalization;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Text;

/// <summary>
/// Keeps the lines that say something in one text, a line feed between them; a pattern of the property is asked of every line.
/// </summary>
internal sealed class MultipleTextStringValueEditor : DataValueEditor
{
    private const char LineFeed = '\n';
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    public MultipleTextStringValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        ILocalizedTextService texts
    )
        : base(shortStringHelper, json, io, attribute) => Validators.Add(new NumberOfLines(texts));

    public override IValueFormatValidator FormatValidator { get; } = new FormatOfEveryLine();

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        var lines = PostedValue.Strings(editorValue.Value)?.Where(line => !string.IsNullOrWhiteSpace(line)).ToArray();
        if (lines is not { Length: > 0 })
        {
            return null;
        }

        var max = (editorValue.DataTypeConfiguration as MultipleTextStringConfiguration)?.Max ?? 0;
        return string.Join(LineFeed, max > 0 ? lines.Take(max) : lines);
    }

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        property.GetValue(culture, segment)?.ToString()?.Split(LineEnds, StringSplitOptions.None);

    private sealed class FormatOfEveryLine : IValueFormatValidator
    {
        private readonly RegexValidator _pattern = new();

        public IEnumerable<ValidationResult> ValidateFormat(object? value, string? valueType, string format) =>
            (PostedValue.Strings(value) ?? PostedValue.Text(value)?.Split(LineEnds, StringSplitOptions.None) ?? [])
                .Select(line => _pattern.ValidateFormat(line, valueType, format).ToArray())
                .FirstOrDefault(refusals => refusals.Length > 0)
            ?? [];
    }

    private sealed class NumberOfLines(ILocalizedTextService texts) : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext
        )
        {
            if (dataTypeConfiguration is not MultipleTextStringConfiguration configuration)
            {
                yield break;
            }

            var count =
                PostedValue.Strings(value)?.Count
                ?? PostedValue.Text(value)?.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries).Length
                ?? 0;
            if (count < configuration.Min)
            {
                yield return texts.Refuse(
                    count == 1 ? "outOfRangeSingleItemMinimum" : "outOfRangeMultipleItemsMinimum",
                    Written(count),
                    Written(configuration.Min)
                );
            }

            if (configuration.Max > 0 && count > configuration.Max)
            {
                yield return texts.Refuse("outOfRangeMultipleItemsMaximum", Written(count), Written(configuration.Max));
            }
        }

        private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
