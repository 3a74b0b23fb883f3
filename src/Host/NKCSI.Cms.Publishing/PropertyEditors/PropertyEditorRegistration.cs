using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NKCSI.Cms.Publishing.PropertyEditors.Collections;
using NKCSI.Cms.Publishing.PropertyEditors.Dates;
using NKCSI.Cms.Publishing.PropertyEditors.Files;
using NKCSI.Cms.Publishing.PropertyEditors.Lists;
using NKCSI.Cms.Publishing.PropertyEditors.Numbers;
using NKCSI.Cms.Publishing.PropertyEditors.Pickers;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using NKCSI.Cms.Publishing.PropertyEditors.Tagging;
using NKCSI.Cms.Publishing.PropertyEditors.Text;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.PropertyEditors;
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
        builder.Services.TryAddSingleton<StoredValueSerializer>();
        builder.Services.TryAddSingleton<FileStore>();
        builder.Services.TryAddSingleton<PickedEntityRules>();
        builder.Services.TryAddSingleton<ITagPropertyIndexValueFactory, TagPropertyIndexValueFactory>();

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
            .Add<UploadFieldPropertyEditor>();
        builder.MediaUrlGenerators().Add<ImageCropperPropertyEditor>().Add<UploadFieldPropertyEditor>();
        return builder;
    }
}
