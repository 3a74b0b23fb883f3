using System.ComponentModel.DataAnnotations;
using NKCSI.Cms.Publishing.PropertyEditors.Blocks;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Templates;

namespace NKCSI.Cms.Publishing.PropertyEditors.RichText;

/// <summary>
/// Cleans the markup when it is written, keeps pictures without the address of their file (it is found again by the
/// key when the text is read), and treats the blocks as the block editors do.
/// </summary>
internal sealed class RichTextValueEditor : DataValueEditor, IDataValueReference, IDataValueTags
{
    private readonly BlockEditorServices _services;
    private readonly RichTextEditorBlockDataConverter _converter;
    private readonly BlockValues<RichTextBlockValue, RichTextBlockLayoutItem> _blocks;
    private readonly IHtmlSanitizer _sanitizer;
    private readonly HtmlImageSourceParser _images;
    private readonly HtmlLocalLinkParser _links;

    public RichTextValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        BlockEditorServices services,
        IHtmlSanitizer sanitizer,
        HtmlImageSourceParser images,
        HtmlLocalLinkParser links
    )
        : base(shortStringHelper, json, io, attribute)
    {
        _services = services;
        _converter = new RichTextEditorBlockDataConverter(services.Stored);
        _blocks = new BlockValues<RichTextBlockValue, RichTextBlockLayoutItem>(
            _converter,
            services.Stored,
            services.Types
        );
        _sanitizer = sanitizer;
        _images = images;
        _links = links;
        RequiredValidator = new NotEmpty(services.Stored);
        Validators.Add(new Rules(this));
    }

    public override IValueRequiredValidator RequiredValidator { get; }

    public IEnumerable<UmbracoEntityReference> GetReferences(object? value)
    {
        if (RichTextEditorValue.From(value, _services.Stored) is not { } text)
        {
            return [];
        }

        return _images
            .FindUdisFromDataAttributes(text.Markup)
            .Concat(_links.FindUdisFromLocalLinks(text.Markup))
            .OfType<Umbraco.Cms.Core.GuidUdi>()
            .Distinct()
            .Select(udi => new UmbracoEntityReference(udi))
            .Concat(text.Blocks is null ? [] : _services.Nested.References(_blocks.Clean(text.Blocks)));
    }

    public IEnumerable<ITag> GetTags(object? value, object? dataTypeConfiguration, int? languageId) =>
        RichTextEditorValue.From(value, _services.Stored)?.Blocks is { } blocks
            ? _services.Nested.Tags(_blocks.Clean(blocks), languageId)
            : [];

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        if (RichTextEditorValue.From(editorValue.Value, _services.Stored) is not { } posted)
        {
            return null;
        }

        var blocks = posted.Blocks is null ? new RichTextBlockValue() : _blocks.Clean(posted.Blocks);
        var current = RichTextEditorValue.From(currentValue, _services.Stored)?.Blocks;
        _services.Nested.FromEditor(blocks, current is null ? null : _blocks.Clean(current), editorValue);
        var kept = new RichTextEditorValue
        {
            Markup = _images.RemoveImageSources(_sanitizer.Sanitize(posted.Markup)),
            Blocks = blocks,
        };
        return kept.IsEmpty() ? null : _services.Stored.Serialize(kept);
    }

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        if (RichTextEditorValue.From(property.GetValue(culture, segment), _services.Stored) is not { } text)
        {
            return null;
        }

        var blocks = text.Blocks is null ? new RichTextBlockValue() : _blocks.Clean(text.Blocks);
        _services.Nested.ToEditor(blocks);
        return new RichTextEditorValue { Markup = _images.EnsureImageSources(text.Markup), Blocks = blocks };
    }

    public override IEnumerable<Guid> ConfiguredElementTypeKeys() =>
        (ConfigurationObject as RichTextConfiguration)?.Blocks?.SelectMany(block =>
            block.SettingsElementTypeKey is { } settings
                ? [block.ContentElementTypeKey, settings]
                : new[] { block.ContentElementTypeKey }
        ) ?? [];

    private sealed class NotEmpty(StoredJson stored) : RequiredValidator
    {
        public override IEnumerable<ValidationResult> ValidateRequired(object? value, string? valueType) =>
            base.ValidateRequired(
                RichTextEditorValue.From(value, stored) is { } text
                    ? text.IsEmpty()
                        ? string.Empty
                        : text.Markup + text.Blocks?.ContentData.Count
                    : null,
                ValueTypes.Text
            );
    }

    private sealed class Rules(RichTextValueEditor editor) : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext
        )
        {
            if (RichTextEditorValue.From(value, editor._services.Stored)?.Blocks is not { } posted)
            {
                return [];
            }

            var positions = BlockPositions.Of(posted);
            var blocks = editor._blocks.Clean(posted);
            return editor._services.Validation.Validate(
                blocks,
                editor._blocks.ElementTypes(blocks.ContentData.Concat(blocks.SettingsData)),
                "blocks.",
                editor._converter.Convert(blocks).References,
                positions,
                validationContext
            );
        }
    }
}
