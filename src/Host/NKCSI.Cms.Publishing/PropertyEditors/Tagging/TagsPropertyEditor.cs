using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Tagging;

/// <summary>Free words, shared by all content in a group (contracts/storage/semantics.md 10).</summary>
[DataEditor(Constants.PropertyEditors.Aliases.Tags, ValueType = ValueTypes.Text, ValueEditorIsReusable = true)]
internal sealed class TagsPropertyEditor : DataEditor
{
    private readonly IIOHelper _io;
    private readonly ITagPropertyIndexValueFactory _index;

    public TagsPropertyEditor(IDataValueEditorFactory factory, IIOHelper io, ITagPropertyIndexValueFactory index)
        : base(factory)
    {
        _io = io;
        _index = index;
    }

    public override IPropertyIndexValueFactory PropertyIndexValueFactory => _index;

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<TagsValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new TagConfigurationEditor(_io);
}

/// <summary>Keeps the words as a JSON list or, where so configured, between commas.</summary>
internal sealed class TagsValueEditor(
    IShortStringHelper shortStringHelper,
    IJsonSerializer json,
    IIOHelper io,
    DataEditorAttribute attribute,
    StoredJson stored
) : DataValueEditor(shortStringHelper, json, io, attribute), IDataValueTags
{
    public override IValueRequiredValidator RequiredValidator { get; } = new AtLeastOne();

    public IEnumerable<ITag> GetTags(object? value, object? dataTypeConfiguration, int? languageId)
    {
        var configuration = Configuration(dataTypeConfiguration);
        return Words(value, configuration)
            .Distinct(StringComparer.Ordinal)
            .Select(word => new Tag
            {
                Group = configuration.Group,
                Text = word,
                LanguageId = languageId,
            });
    }

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        if (PostedValue.Strings(editorValue.Value) is not { Count: > 0 } posted)
        {
            return null;
        }

        var words = posted.Select(word => word.Trim()).Where(word => word.Length > 0).ToArray();
        var configuration = Configuration(editorValue.DataTypeConfiguration);
        return words.Length == 0 ? null
            : configuration.StorageType == TagsStorageType.Csv ? string.Join(Delimiter(configuration), words)
            : stored.Serialize(words);
    }

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        var words = Words(property.GetValue(culture, segment), Configuration(ConfigurationObject));
        return words.Length == 0 ? null : words;
    }

    private static TagConfiguration Configuration(object? configuration) =>
        configuration as TagConfiguration ?? new TagConfiguration();

    private static char Delimiter(TagConfiguration configuration) =>
        configuration.Delimiter == default ? ',' : configuration.Delimiter;

    /// <summary>The stored form tells itself, so that values survive a change of the configured one.</summary>
    private string[] Words(object? value, TagConfiguration configuration) =>
        value is not string { Length: > 0 } text ? PostedValue.Strings(value)?.ToArray() ?? []
        : stored.Read<string[]>(text) is { } words ? words
        : text.Split(Delimiter(configuration), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed class AtLeastOne : RequiredValidator
    {
        public override IEnumerable<System.ComponentModel.DataAnnotations.ValidationResult> ValidateRequired(
            object? value,
            string? valueType
        ) => base.ValidateRequired(value, ValueTypes.Json);
    }
}
