using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Publishing.PropertyEditors.Blocks;

/// <summary>
/// Reads block values and leaves out what nothing can show: blocks that no layout names, blocks of element types that
/// are gone, values of properties that are gone.
/// </summary>
internal sealed class BlockValues<TValue, TLayout>(
    BlockEditorDataConverter<TValue, TLayout> converter,
    StoredJson stored,
    IContentTypeService types
)
    where TValue : BlockValue<TLayout>, new()
    where TLayout : class, IBlockLayoutItem, new()
{
    /// <summary>The blocks of a posted or stored value.</summary>
    /// <returns>The cleaned value; <see langword="null"/> when it is no block value.</returns>
    public TValue? Read(object? value) => stored.Read<TValue>(value) is { } read ? Clean(read) : null;

    /// <summary>As <see cref="Read"/>, for a value that has been read already.</summary>
    public TValue Clean(TValue value)
    {
        var data = converter.Convert(value);
        var read = data.BlockValue;
        var contents = data.References.Select(reference => reference.ContentKey).ToHashSet();
        var settings = data.References.Select(reference => reference.SettingsKey).ToHashSet();
        read.ContentData.RemoveAll(item => !contents.Contains(item.Key));
        read.SettingsData.RemoveAll(item => !settings.Contains(item.Key));

        var elements = ElementTypes(read.ContentData.Concat(read.SettingsData));
        read.ContentData.RemoveAll(item => !Resolve(item, elements));
        read.SettingsData.RemoveAll(item => !Resolve(item, elements));
        if (read.ContentData.Count == 0)
        {
            return new TValue();
        }

        read.Expose = [.. read.Expose.Where(shown => read.ContentData.Exists(item => item.Key == shown.ContentKey))];
        return read;
    }

    /// <summary>The element types of those blocks, by key.</summary>
    public IReadOnlyDictionary<Guid, IContentType> ElementTypes(IEnumerable<BlockItemData> items)
    {
        var keys = items.Select(item => item.ContentTypeKey).Distinct().ToArray();
        return keys.Length == 0
            ? new Dictionary<Guid, IContentType>()
            : types.GetMany(keys).Where(type => type.IsElement).ToDictionary(type => type.Key);
    }

    private static bool Resolve(BlockItemData item, IReadOnlyDictionary<Guid, IContentType> elements)
    {
        if (!elements.TryGetValue(item.ContentTypeKey, out var element))
        {
            return false;
        }

        item.ContentTypeAlias = element.Alias;
        var properties = new Dictionary<string, IPropertyType>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in element.CompositionPropertyTypes)
        {
            properties[property.Alias] = property;
        }

        TakeFormerValues(item);
        item.Values = [.. item.Values.Where(value => properties.ContainsKey(value.Alias))];
        foreach (var value in item.Values)
        {
            value.PropertyType = properties[value.Alias];
        }

        return true;
    }

#pragma warning disable CS0618 // Up to version 14 the values stood beside the keys; databases still hold such blocks.
    private static void TakeFormerValues(BlockItemData item)
    {
        foreach (var (alias, value) in item.RawPropertyValues)
        {
            if (!item.Values.Any(known => known.Alias == alias))
            {
                item.Values.Add(new BlockPropertyValue { Alias = alias, Value = value });
            }
        }

        item.RawPropertyValues.Clear();
    }
#pragma warning restore CS0618
}
