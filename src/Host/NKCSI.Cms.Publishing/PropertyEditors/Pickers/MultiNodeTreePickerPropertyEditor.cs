using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Pickers;

/// <summary>Documents, media or members chosen from a tree.</summary>
[DataEditor(
    Constants.PropertyEditors.Aliases.MultiNodeTreePicker,
    ValueType = ValueTypes.Text,
    ValueEditorIsReusable = true
)]
internal sealed class MultiNodeTreePickerPropertyEditor : DataEditor
{
    private readonly IIOHelper _io;

    public MultiNodeTreePickerPropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    public override IPropertyIndexValueFactory PropertyIndexValueFactory { get; } = new NoopPropertyIndexValueFactory();

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<MultiNodeTreePickerValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new MultiNodePickerConfigurationEditor(_io);
}

/// <summary>One pick as the client posts and reads it: <c>{"type":"document","unique":"…"}</c>.</summary>
internal sealed class PickedEntity
{
    public string Type { get; set; } = string.Empty;

    public Guid Unique { get; set; }
}

/// <summary>Keeps the picks as UDIs between commas.</summary>
internal sealed class MultiNodeTreePickerValueEditor : DataValueEditor, IDataValueReference
{
    private readonly StoredJson _stored;

    public MultiNodeTreePickerValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        StoredJson stored,
        PickedEntityRules rules
    )
        : base(shortStringHelper, json, io, attribute)
    {
        _stored = stored;
        Validators.Add(new TypedJsonValidatorRunner<PickedEntity[], MultiNodePickerConfiguration>(stored, rules));
    }

    public IEnumerable<UmbracoEntityReference> GetReferences(object? value) =>
        Udis(value).Select(udi => new UmbracoEntityReference(udi));

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
        _stored.Read<PickedEntity[]>(editorValue.Value) is { Length: > 0 } picks
            ? string.Join(',', picks.Where(p => p.Type.Length > 0).Select(p => Udi.Create(p.Type, p.Unique)))
            : null;

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        property.GetValue(culture, segment) is string { Length: > 0 } text
            ? Udis(text).Select(udi => new PickedEntity { Type = udi.EntityType, Unique = udi.Guid }).ToArray()
            : null;

    private static IEnumerable<GuidUdi> Udis(object? value)
    {
        foreach (var part in value?.ToString()?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (UdiParser.TryParse(part, out var udi) && udi is GuidUdi guidUdi)
            {
                yield return guidUdi;
            }
        }
    }
}
