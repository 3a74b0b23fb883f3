using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Lists;

/// <summary>One of the configured colours, with its label.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.ColorPicker, ValueEditorIsReusable = true)]
internal sealed class ColorPickerPropertyEditor : DataEditor
{
    private readonly IIOHelper _io;
    private readonly StoredJson _stored;

    public ColorPickerPropertyEditor(IDataValueEditorFactory factory, IIOHelper io, StoredJson stored)
        : base(factory)
    {
        _io = io;
        _stored = stored;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<ColorPickerValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() =>
        new ColorPickerConfigurationEditor(_io, _stored);
}

/// <summary>
/// The posted object is kept as its text, as it came: genuine databases hold it indented
/// (<c>{\n  "value": "#ff0000",\n  "label": "red"\n}</c>).
/// </summary>
internal sealed class ColorPickerValueEditor : DataValueEditor
{
    private readonly StoredJson _stored;

    public ColorPickerValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        StoredJson stored,
        ILocalizedTextService texts
    )
        : base(shortStringHelper, json, io, attribute)
    {
        _stored = stored;
        Validators.Add(new AmongColours(stored, texts));
    }

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        property.GetValue(culture, segment) is string { Length: > 0 } text
            ? _stored.Read<PickedColour>(text) ?? (object)text
            : null;

    internal sealed class PickedColour
    {
        public string? Value { get; set; }

        public string? Label { get; set; }
    }

    private sealed class AmongColours(StoredJson stored, ILocalizedTextService texts) : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext
        )
        {
            if (
                dataTypeConfiguration is not ColorPickerConfiguration configuration
                || stored.Read<PickedColour>(value)?.Value is not { Length: > 0 } colour
                || configuration.Items.Any(item =>
                    string.Equals(item.Value, colour, StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                return [];
            }

            return [texts.Refuse("invalidColor", colour)];
        }
    }
}

/// <summary>The colours to choose from, written as hexadecimal numbers of three or six digits without a hash.</summary>
internal sealed partial class ColorPickerConfigurationEditor : ConfigurationEditor<ColorPickerConfiguration>
{
    public ColorPickerConfigurationEditor(IIOHelper io, StoredJson stored)
        : base(io) => Fields.First(field => field.Key == "items").Validators.Add(new HexadecimalColours(stored));

    [GeneratedRegex(
        "^([0-9a-f]{3}|[0-9a-f]{6})$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Hexadecimal();

    private sealed class HexadecimalColours(StoredJson stored) : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext
        )
        {
            if (value is null)
            {
                yield break;
            }

            if (stored.Read<ColorPickerValueEditor.PickedColour[]>(value) is not { } colours)
            {
                yield return new ValidationResult("The colours are not a list of values and labels", ["items"]);
                yield break;
            }

            foreach (
                var colour in colours.Where(c => !string.IsNullOrWhiteSpace(c.Value) && !Hexadecimal().IsMatch(c.Value))
            )
            {
                yield return new ValidationResult($"The value {colour.Value} is not a valid hex color", ["items"]);
            }
        }
    }
}
