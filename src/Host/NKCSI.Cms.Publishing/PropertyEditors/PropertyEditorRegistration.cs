using Microsoft.Extensions.DependencyInjection.Extensions;
using NKCSI.Cms.Publishing.Html;
using NKCSI.Cms.Publishing.PropertyEditors.Blocks;
using NKCSI.Cms.Publishing.PropertyEditors.Collections;
using NKCSI.Cms.Publishing.PropertyEditors.Dates;
using NKCSI.Cms.Publishing.PropertyEditors.Files;
using NKCSI.Cms.Publishing.PropertyEditors.Lists;
using NKCSI.Cms.Publishing.PropertyEditors.Numbers;
using NKCSI.Cms.Publishing.PropertyEditors.Pickers;
using NKCSI.Cms.Publishing.PropertyEditors.RichText;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using NKCSI.Cms.Publishing.PropertyEditors.Tagging;
using NKCSI.Cms.Publishing.PropertyEditors.Text;
using NKCSI.Cms.Publishing.ValueConverters;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Templates;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.PropertyEditors;

/// <summary>Brings the property editors of Umbraco 17 that Core leaves to its host.</summary>
internal static class PropertyEditorRegistration
{
    /// <summary>
    /// Adds the editors, their value converters and the cleaning of stored text. Type scanning finds the editors and
    /// converters too where this assembly is scanned; adding a type twice is the same as once.
    /// </summary>
    internal static IUmbracoBuilder AddPropertyEditors(this IUmbracoBuilder builder)
    {
        builder.AddStoredForms().AddEditors().AddConverters();
        return builder;
    }

    private static IUmbracoBuilder AddStoredForms(this IUmbracoBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton<StoredJson>();
        services.TryAddSingleton<FileStore>();
        services.TryAddSingleton<UploadedMedia>();
        services.TryAddSingleton<PickedEntityRules>();
        services.TryAddSingleton<MediaPickRules>();
        services.TryAddSingleton<NestedValues>();
        services.TryAddSingleton<BlockValidation>();
        services.TryAddSingleton<BlockEditorServices>();
        services.TryAddSingleton<ITagPropertyIndexValueFactory, TagPropertyIndexValueFactory>();

        services.AddUnique<IHtmlSanitizer, StoredHtmlSanitizer>();
        services.AddUnique<IMarkdownSanitizer, StoredMarkdownSanitizer>();
        services.AddUnique<IMarkdownToHtmlConverter, MarkdigConverter>();
        services.TryAddSingleton<HtmlLocalLinkParser>();
        services.TryAddSingleton<HtmlUrlParser>();
        services.TryAddSingleton<HtmlImageSourceParser>();
        return builder;
    }

    private static IUmbracoBuilder AddEditors(this IUmbracoBuilder builder)
    {
        builder
            .DataEditors()
            .Add<TextBoxPropertyEditor>()
            .Add<TextAreaPropertyEditor>()
            .Add<EmailAddressPropertyEditor>()
            .Add<MultipleTextStringPropertyEditor>()
            .Add<TrueFalsePropertyEditor>()
            .Add<SliderPropertyEditor>()
            .Add<DropDownFlexiblePropertyEditor>()
            .Add<CheckBoxListPropertyEditor>()
            .Add<RadioButtonListPropertyEditor>()
            .Add<ColorPickerPropertyEditor>()
            .Add<TagsPropertyEditor>()
            .Add<ListViewPropertyEditor>()
            .Add<LegacyDateTimePropertyEditor>()
            .Add<DateOnlyPropertyEditor>()
            .Add<TimeOnlyPropertyEditor>()
            .Add<DateTimeUnspecifiedPropertyEditor>()
            .Add<DateTimeWithTimeZonePropertyEditor>()
            .Add<MultiNodeTreePickerPropertyEditor>()
            .Add<MultiUrlPickerPropertyEditor>()
            .Add<ImageCropperPropertyEditor>()
            .Add<UploadFieldPropertyEditor>()
            .Add<MediaPicker3PropertyEditor>()
            .Add<BlockListPropertyEditor>()
            .Add<BlockGridPropertyEditor>()
            .Add<SingleBlockPropertyEditor>()
            .Add<RichTextPropertyEditor>();
        builder.MediaUrlGenerators().Add<ImageCropperPropertyEditor>().Add<UploadFieldPropertyEditor>();
        return builder;
    }

    private static IUmbracoBuilder AddConverters(this IUmbracoBuilder builder)
    {
        builder.Services.TryAddSingleton<PublishedBlocks>();
        builder.Services.TryAddSingleton<RichTextPage>();
        builder.Services.TryAddSingleton<RichTextLinks>();
        builder.Services.TryAddSingleton<IApiRichTextMarkupParser, RichTextMarkupParser>();
        builder.Services.TryAddSingleton<IApiRichTextElementParser, RichTextElementParser>();
        builder
            .PropertyValueConverters()
            .Append<JsonValueConverter>()
            .Append<DateOnlyValueConverter>()
            .Append<TimeOnlyValueConverter>()
            .Append<DateTimeUnspecifiedValueConverter>()
            .Append<DateTimeWithTimeZoneValueConverter>()
            .Append<EntityDataPickerValueConverter>()
            .Append<ImageCropperValueConverter>()
            .Append<MarkdownEditorValueConverter>()
            .Append<MultiUrlPickerValueConverter>()
            .Append<MediaPickerWithCropsValueConverter>()
            .Append<BlockListValueConverter>()
            .Append<BlockGridValueConverter>()
            .Append<SingleBlockValueConverter>()
            .Append<RichTextValueConverter>();
        return builder;
    }
}
