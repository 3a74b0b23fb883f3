using System.ComponentModel.DataAnnotations;
using System.Globalization;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Numbers;

/// <summary>Keeps one number as <c>30</c>, a range as <c>2,7.5</c>.</summary>
internal sealed class SliderValueEditor : DataValueEditor
{
    private readonly StoredJson _stored;

    public SliderValueEditor(
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
        Validators.Add(
            new TypedJsonValidatorRunner<SliderRange, SliderConfiguration>(stored, new WithinConfiguration(texts))
        );
    }

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
        _stored.Read<SliderRange>(editorValue.Value) is { } range
            ? range.From == range.To
                ? Number(range.From)
                : string.Create(CultureInfo.InvariantCulture, $"{Number(range.From)},{Number(range.To)}")
            : null;

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        if (property.GetValue(culture, segment) is not string { Length: > 0 } text)
        {
            return null;
        }

        var numbers = new List<decimal>();
        foreach (var part in text.Split(','))
        {
            if (!decimal.TryParse(part, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.Count is 1 or 2 ? new SliderRange { From = numbers[0], To = numbers[^1] } : null;
    }

    private static string Number(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);

    private sealed class WithinConfiguration(ILocalizedTextService texts)
        : ITypedJsonValidator<SliderRange, SliderConfiguration>
    {
        public IEnumerable<ValidationResult> Validate(
            SliderRange? value,
            SliderConfiguration? configuration,
            string? valueType,
            PropertyValidationContext validationContext
        )
        {
            if (value is null || configuration is null)
            {
                yield break;
            }

            if (!configuration.EnableRange && value.From != value.To)
            {
                yield return texts.Refuse("unexpectedRange", Both(value));
            }

            if (value.To < value.From)
            {
                yield return texts.Refuse("invalidRange", Both(value));
            }

            if (configuration.EnableRange && value.To - value.From < configuration.MinimumRange)
            {
                yield return texts.Refuse("minimumRange", Both(value), Number(configuration.MinimumRange));
            }

            if (value.From < configuration.MinimumValue)
            {
                yield return texts.Refuse("outOfRangeMinimum", Number(value.From), Number(configuration.MinimumValue));
            }

            if (value.To > configuration.MaximumValue)
            {
                yield return texts.Refuse("outOfRangeMaximum", Number(value.To), Number(configuration.MaximumValue));
            }

            foreach (var number in new[] { value.From, value.To }.Distinct())
            {
                if (!ValidationHelper.IsValueValidForStep(number, configuration.MinimumValue, configuration.Step))
                {
                    yield return texts.Refuse(
                        "invalidStep",
                        Number(number),
                        Number(configuration.Step),
                        Number(configuration.MinimumValue)
                    );
                }
            }
        }

        private static string Both(SliderRange value) =>
            string.Create(CultureInfo.InvariantCulture, $"{Number(value.From)} - {Number(value.To)}");
    }
}
