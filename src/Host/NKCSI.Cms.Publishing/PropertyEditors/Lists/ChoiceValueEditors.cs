using System.ComponentModel.DataAnnotations;
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

namespace NKCSI.Cms.Publishing.PropertyEditors.Lists;

/// <summary>Keeps the chosen options as a JSON list of texts, also where only one may be chosen.</summary>
internal sealed class SeveralChoicesValueEditor : DataValueEditor
{
    private readonly StoredJson _stored;

    public SeveralChoicesValueEditor(
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
        Validators.Add(new MultipleValueValidator(texts));
    }

    public override IValueRequiredValidator RequiredValidator { get; } = new AtLeastOne();

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
        PostedValue.Strings(editorValue.Value) is { Count: > 0 } chosen ? _stored.Serialize(chosen) : null;

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        _stored.Read<string[]>(property.GetValue(culture, segment)) ?? [];

    private sealed class AtLeastOne : RequiredValidator
    {
        public override IEnumerable<ValidationResult> ValidateRequired(object? value, string? valueType) =>
            base.ValidateRequired(value, ValueTypes.Json);
    }
}

/// <summary>Keeps the chosen option as its text.</summary>
internal sealed class OneChoiceValueEditor : DataValueEditor
{
    public OneChoiceValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        ILocalizedTextService texts
    )
        : base(shortStringHelper, json, io, attribute) => Validators.Add(new AmongOptions(texts));

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
        PostedValue.Text(editorValue.Value) is { Length: > 0 } text ? text : null;

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        property.GetValue(culture, segment)?.ToString() ?? string.Empty;
}

/// <summary>Refuses what the configuration does not offer.</summary>
internal sealed class AmongOptions(ILocalizedTextService texts) : IValueValidator
{
    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext
    ) =>
        dataTypeConfiguration is ValueListConfiguration { Items: var options }
        && PostedValue.Text(value) is { Length: > 0 } choice
        && !options.Contains(choice, StringComparer.Ordinal)
            ? [texts.Refuse("notOneOfOptions", choice)]
            : [];
}
