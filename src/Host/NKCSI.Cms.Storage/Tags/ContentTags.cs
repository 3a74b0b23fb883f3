using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Tags;

/// <summary>Keeps the tags of an item as its properties say.</summary>
internal sealed class ContentTags(
    TagAssignment assignment,
    ILanguageRepository languages,
    PropertyEditorCollection editors,
    IDataTypeConfigurationCache configurations
)
{
    /// <summary>Replaces the tags of every property whose editor knows of tags.</summary>
    public void Set(IContentBase entity)
    {
        foreach (var property in entity.Properties)
        {
            if (
                editors.TryGet(property.PropertyType.PropertyEditorAlias, out var editor)
                && editor.GetValueEditor() is IDataValueTags tagging
            )
            {
                var tags = TagsOf(property, tagging);
                assignment.Assign(entity.Id, property.PropertyTypeId, tags, replace: true);
            }
        }
    }

    public void Clear(IContentBase entity) => assignment.RemoveAll(entity.Id);

    private IEnumerable<ITag> TagsOf(IProperty property, IDataValueTags tagging)
    {
        var configuration = configurations.GetConfigurationAs<object>(property.PropertyType.DataTypeKey);
        return property.PropertyType.VariesByCulture()
            ? property.Values.SelectMany(value =>
                tagging.GetTags(value.EditedValue, configuration, languages.GetIdByIsoCode(value.Culture))
            )
            : tagging.GetTags(property.GetValue(), configuration, languageId: null);
    }
}
