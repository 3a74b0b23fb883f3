using System.ComponentModel.DataAnnotations;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Blocks;

/// <summary>What the block editors need of the host, whatever their layout.</summary>
internal sealed record BlockEditorServices(
    StoredJson Stored,
    IContentTypeService Types,
    NestedValues Nested,
    BlockValidation Validation,
    ILocalizedTextService Texts
);

/// <summary>
/// Stored form, references, tags and validation of a block value; all of them go into the values of the blocks. The
/// concrete editors say how many blocks there may be and where.
/// </summary>
internal abstract class BlockValueEditor<TValue, TLayout> : DataValueEditor, IDataValueReference, IDataValueTags
    where TValue : BlockValue<TLayout>, new()
    where TLayout : class, IBlockLayoutItem, new()
{
    private readonly BlockEditorServices _services;
    private readonly BlockEditorDataConverter<TValue, TLayout> _converter;
    private readonly BlockValues<TValue, TLayout> _blocks;

    protected BlockValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        BlockEditorServices services,
        BlockEditorDataConverter<TValue, TLayout> converter
    )
        : base(shortStringHelper, json, io, attribute)
    {
        _services = services;
        _converter = converter;
        _blocks = new BlockValues<TValue, TLayout>(converter, services.Stored, services.Types);
        Validators.Add(new Rules(this));
    }

    protected ILocalizedTextService Texts => _services.Texts;

    public IEnumerable<UmbracoEntityReference> GetReferences(object? value) =>
        _blocks.Read(value) is { } blocks ? _services.Nested.References(blocks) : [];

    public IEnumerable<ITag> GetTags(object? value, object? dataTypeConfiguration, int? languageId) =>
        _blocks.Read(value) is { } blocks ? _services.Nested.Tags(blocks, languageId) : [];

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        if (_blocks.Read(editorValue.Value) is not { ContentData.Count: > 0 } blocks)
        {
            return null;
        }

        _services.Nested.FromEditor(blocks, _blocks.Read(currentValue), editorValue);
        return _services.Stored.Serialize(blocks);
    }

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        if (_blocks.Read(property.GetValue(culture, segment)) is not { ContentData.Count: > 0 } blocks)
        {
            return null;
        }

        _services.Nested.ToEditor(blocks);
        return blocks;
    }

    public override IEnumerable<Guid> ConfiguredElementTypeKeys() =>
        BlockConfigurations(ConfigurationObject)
            .SelectMany(block =>
                block.SettingsElementTypeKey is { } settings
                    ? [block.ContentElementTypeKey, settings]
                    : new[] { block.ContentElementTypeKey }
            );

    /// <summary>The blocks that the data type allows.</summary>
    protected abstract IEnumerable<IBlockConfiguration> BlockConfigurations(object? configuration);

    /// <summary>The refusals that concern the layout and not the values inside.</summary>
    protected abstract IEnumerable<ValidationResult> ValidateLayout(
        IReadOnlyList<TLayout> layout,
        object? configuration
    );

    private sealed class Rules(BlockValueEditor<TValue, TLayout> editor) : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext
        )
        {
            if (editor._services.Stored.Read<TValue>(value) is not { } posted)
            {
                return [];
            }

            var positions = BlockPositions.Of(posted);
            var blocks = editor._blocks.Clean(posted);
            var data = editor._converter.Convert(blocks);
            return
            [
                .. editor.ValidateLayout([.. data.Layout ?? []], dataTypeConfiguration),
                .. editor._services.Validation.Validate(
                    blocks,
                    editor._blocks.ElementTypes(blocks.ContentData.Concat(blocks.SettingsData)),
                    string.Empty,
                    data.References,
                    positions,
                    validationContext
                ),
            ];
        }
    }
}
