using System.ComponentModel.DataAnnotations;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Numbers;

/// <summary>A switch, kept as 0 or 1.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.Boolean, ValueType = ValueTypes.Integer, ValueEditorIsReusable = true)]
internal sealed class TrueFalsePropertyEditor : DataEditor
{
    public TrueFalsePropertyEditor(IDataValueEditorFactory factory)
        : base(factory) => SupportsReadOnly = true;

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<TrueFalseValueEditor>(Attribute!);
}

/// <summary>Anything that is not a yes is a no; a mandatory switch must be on.</summary>
internal sealed class TrueFalseValueEditor(
    IShortStringHelper shortStringHelper,
    IJsonSerializer json,
    IIOHelper io,
    DataEditorAttribute attribute
) : DataValueEditor(shortStringHelper, json, io, attribute)
{
    public override IValueRequiredValidator RequiredValidator { get; } = new MustBeOn();

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
        IsOn(editorValue.Value) ? 1 : 0;

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        IsOn(property.GetValue(culture, segment));

    private static bool IsOn(object? value) =>
        PostedValue.Text(value) is { } text
        && (text is "1" || string.Equals(text, bool.TrueString, StringComparison.OrdinalIgnoreCase));

    private sealed class MustBeOn : RequiredValidator
    {
        public override IEnumerable<ValidationResult> ValidateRequired(object? value, string? valueType) =>
            value is null || IsOn(value)
                ? base.ValidateRequired(value, valueType)
                : [new ValidationResult(Constants.Validation.ErrorMessages.Properties.Empty, ["value"])];
    }
}
