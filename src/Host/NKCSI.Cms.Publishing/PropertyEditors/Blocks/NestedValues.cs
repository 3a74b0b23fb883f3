using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.Blocks;

/// <summary>Hands the values inside blocks to the editors of their properties.</summary>
internal sealed class NestedValues(
    PropertyEditorCollection editors,
    IDataTypeConfigurationCache configurations,
    DataValueReferenceFactoryCollection references,
    ILogger<NestedValues> log
)
{
    /// <summary>What clients posted inside the blocks becomes what is stored.</summary>
    /// <param name="posted">The posted blocks; changed in place.</param>
    /// <param name="current">The blocks as they are stored now.</param>
    /// <param name="owner">The property that holds the blocks.</param>
    public void FromEditor(BlockValue posted, BlockValue? current, ContentPropertyData owner)
    {
        var before = Values(current).ToLookup(pair => Place(pair.Item, pair.Value), pair => pair.Value.Value);
        foreach (var (item, value) in Values(posted))
        {
            if (value.PropertyType is not { } property || !editors.TryGet(property.PropertyEditorAlias, out var editor))
            {
                continue;
            }

            var configuration = configurations.GetConfiguration(property.DataTypeKey);
            var data = new ContentPropertyData(value.Value, configuration)
            {
                ContentKey = owner.ContentKey,
                PropertyTypeKey = property.Key,
            };
            value.Value = editor
                .GetValueEditor(configuration)
                .FromEditor(data, before[Place(item, value)].FirstOrDefault());
        }
    }

    /// <summary>What is stored inside the blocks becomes what clients edit.</summary>
    public void ToEditor(BlockValue stored)
    {
        foreach (var (item, value) in Values(stored))
        {
            if (value.PropertyType is not { } property || !editors.TryGet(property.PropertyEditorAlias, out var editor))
            {
                continue;
            }

            // The block says for which culture the value is; its own editor need not know.
            var alone = (IPropertyType)property.DeepClone();
            alone.Variations = ContentVariation.Nothing;
            alone.SupportsPublishing = false;
            var holder = new Property(alone);
            try
            {
                holder.SetValue(value.Value);
            }
            catch (InvalidOperationException refused)
            {
                log.LogWarning(
                    refused,
                    "Block {Block} holds no value of the kind of {Property}",
                    item.Key,
                    value.Alias
                );
                value.Value = null;
                continue;
            }

            value.Value = editor.GetValueEditor(configurations.GetConfiguration(property.DataTypeKey)).ToEditor(holder);
        }
    }

    public IEnumerable<UmbracoEntityReference> References(BlockValue stored)
    {
        foreach (
            var values in Values(stored)
                .Select(pair => pair.Value)
                .Where(value => value.PropertyType is not null)
                .GroupBy(value => value.PropertyType!.PropertyEditorAlias, StringComparer.OrdinalIgnoreCase)
        )
        {
            if (editors.TryGet(values.Key, out var editor))
            {
                foreach (var reference in references.GetReferences(editor, values.Select(value => value.Value)))
                {
                    yield return reference;
                }
            }
        }
    }

    public IEnumerable<ITag> Tags(BlockValue stored, int? languageId)
    {
        foreach (var (_, value) in Values(stored))
        {
            if (
                value.PropertyType is { } property
                && editors.TryGet(property.PropertyEditorAlias, out var editor)
                && editor.GetValueEditor() is IDataValueTags tagged
            )
            {
                foreach (
                    var tag in tagged.GetTags(
                        value.Value,
                        configurations.GetConfiguration(property.DataTypeKey),
                        languageId
                    )
                )
                {
                    yield return tag;
                }
            }
        }
    }

    private static IEnumerable<(BlockItemData Item, BlockPropertyValue Value)> Values(BlockValue? blocks) =>
        blocks?.ContentData.Concat(blocks.SettingsData).SelectMany(item => item.Values.Select(value => (item, value)))
        ?? [];

    private static (Guid, string, string?, string?) Place(BlockItemData item, BlockPropertyValue value) =>
        (item.Key, value.Alias, value.Culture, value.Segment);
}
