using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Turns the properties of an entity into rows and tells whether the draft differs from what is published.</summary>
internal sealed class PropertyRowBuilder(
    ILanguageRepository languages,
    PropertyEditorCollection editors,
    IDataTypeConfigurationCache configurations
)
{
    /// <param name="entity">The content.</param>
    /// <param name="currentVersionId">The version of the draft.</param>
    /// <param name="publishedVersionId">The version that is being published; 0 when none is.</param>
    public PropertyRowSet Build(IContentBase entity, int currentVersionId, int publishedVersionId)
    {
        var rows = new List<PropertyDataRow>();
        var edited = false;
        var editedCultures = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var varies = entity.ContentType.VariesByCulture();

        foreach (var property in entity.Properties)
        {
            foreach (var value in property.Values)
            {
                // A value without content has no row, save that of a segment.
                var isSegment = value.Segment is not null && property.PropertyType.SupportsPublishing;
                if (
                    publishedVersionId > 0
                    && property.PropertyType.SupportsPublishing
                    && (value.PublishedValue is not null || isSegment)
                )
                {
                    rows.Add(ToRow(publishedVersionId, property, value, value.PublishedValue));
                }

                if (value.EditedValue is not null || isSegment)
                {
                    rows.Add(ToRow(currentVersionId, property, value, value.EditedValue));
                }

                if (property.PropertyType.SupportsPublishing && Differs(property, value))
                {
                    edited = true;
                    if (varies && CultureOf(value) is { } culture)
                    {
                        editedCultures.Add(culture);
                    }
                }
            }

            edited |= !property.PropertyType.SupportsPublishing;
        }

        return new PropertyRowSet(rows, edited, editedCultures);
    }

    private static bool Differs(IProperty property, IPropertyValue value)
    {
        // After a switch of variation both kinds of values are there, and kept; only the kind in use counts.
        var isInvariant = value.Culture is null && value.Segment is null;
        var isOfOtherKind = property.PropertyType.VariesByCulture() ? isInvariant : value.Culture is not null;
        return !isOfOtherKind && !Equals(value.PublishedValue, value.EditedValue);
    }

    /// <summary>An edited invariant value counts for the default language.</summary>
    private string? CultureOf(IPropertyValue value) =>
        value.Culture ?? (value.Segment is null ? languages.GetDefaultIsoCode() : null);

    private PropertyDataRow ToRow(int versionId, IProperty property, IPropertyValue source, object? value)
    {
        var row = new PropertyDataRow
        {
            VersionId = versionId,
            PropertyTypeId = property.PropertyTypeId,
            LanguageId = source.Culture is null ? null : languages.GetIdByIsoCode(source.Culture),
            Segment = source.Segment,
        };
        PropertyValueColumns.Write(row, property, value);
        row.SortableValue = SortableValue(property.PropertyType, value);
        return row;
    }

    private string? SortableValue(IPropertyType type, object? value) =>
        value is not null
        && editors.TryGet(type.PropertyEditorAlias, out var editor)
        && editor.GetValueEditor() is IDataValueSortable sortable
            ? sortable.GetSortableValue(value, configurations.GetConfigurationAs<object>(type.DataTypeKey))
            : null;
}
