using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>Content and settings of one block that is shown, and where the layout puts it.</summary>
internal sealed record PublishedBlock<TLayout, TConfiguration>(
    TLayout Layout,
    TConfiguration Configuration,
    IPublishedElement Content,
    IPublishedElement? Settings
);

/// <summary>
/// Makes published elements of stored blocks, in the order of their layout: those of the allowed types which are shown
/// in the culture and segment of the request.
/// </summary>
internal sealed class PublishedBlocks(
    IPublishedContentTypeCache types,
    IPublishedModelFactory models,
    ICacheManager caches,
    IVariationContextAccessor variations,
    IDefaultCultureAccessor defaultCulture,
    IJsonSerializer json
)
{
    /// <summary>The blocks of one layout (of the root or of an area).</summary>
    /// <param name="value">All blocks of the property.</param>
    /// <param name="layout">The layout whose blocks are asked for.</param>
    /// <param name="configurations">The blocks that the data type allows.</param>
    /// <param name="scope">Who owns the property and how its values are kept.</param>
    public IEnumerable<PublishedBlock<TLayout, TConfiguration>> Of<TLayout, TConfiguration>(
        BlockValue value,
        IEnumerable<TLayout> layout,
        IReadOnlyCollection<TConfiguration> configurations,
        BlockScope scope
    )
        where TLayout : IBlockLayoutItem
        where TConfiguration : IBlockConfiguration
    {
        foreach (var item in layout)
        {
            var data = value.ContentData.Find(block => block.Key == item.ContentKey);
            var configuration = configurations.FirstOrDefault(c => c.ContentElementTypeKey == data?.ContentTypeKey);
            if (
                data is null
                || configuration is null
                || Element(data, scope) is not { } content
                || !IsShown(value, content, scope.Owner)
            )
            {
                continue;
            }

            var settings = value.SettingsData.Find(block =>
                block.Key == item.SettingsKey && block.ContentTypeKey == configuration.SettingsElementTypeKey
            );
            yield return new(item, configuration, content, settings is null ? null : Element(settings, scope));
        }
    }

    private IPublishedElement? Element(BlockItemData data, BlockScope scope)
    {
        if (TypeOf(data.ContentTypeKey) is not { IsElement: true } type)
        {
            return null;
        }

        var context = variations.VariationContext ?? new VariationContext();
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var ofAlias in data.Values.GroupBy(value => value.Alias, StringComparer.OrdinalIgnoreCase))
        {
            if (
                type.GetPropertyType(ofAlias.Key) is { } property
                && Chosen(ofAlias, property, scope.Owner, context) is { } chosen
            )
            {
                values[ofAlias.Key] = AsStored(chosen.Value);
            }
        }

        return models.CreateModel(
            new PublishedElement(type, data.Key, values, scope.Preview, scope.ReferenceCacheLevel, context, caches)
        );
    }

    /// <summary>
    /// A value as a property of a document would hold it: editors store JSON as text, and a file of uSync spells that
    /// text out inside the block.
    /// </summary>
    private object? AsStored(object? value) =>
        value is System.Text.Json.Nodes.JsonNode or System.Collections.IEnumerable and not string
            ? json.Serialize(value)
            : value;

    private IPublishedContentType? TypeOf(Guid key)
    {
        try
        {
            return types.Get(PublishedItemType.Element, key);
        }
        catch (InvalidOperationException)
        {
            // The cache's way to say that there is no such type any more.
            return null;
        }
    }

    /// <summary>
    /// The value for the culture of the request; after a property stopped or began to vary, the value that was there
    /// before, of the default culture.
    /// </summary>
    private BlockPropertyValue? Chosen(
        IEnumerable<BlockPropertyValue> values,
        IPublishedPropertyType property,
        IPublishedElement owner,
        VariationContext context
    )
    {
        var variation = owner.ContentType.Variations & property.Variations;
        var segment = variation.VariesBySegment() ? context.Segment.NullOrWhiteSpaceAsNull() : null;
        var ofSegment = values
            .Where(value => value.Segment.NullOrWhiteSpaceAsNull().InvariantEquals(segment))
            .ToArray();
        var own = variation.VariesByCulture()
            ? Array.Find(ofSegment, value => value.Culture.InvariantEquals(context.Culture))
            : Array.Find(ofSegment, value => value.Culture is null);
        if (own is not null)
        {
            return own;
        }

        return variation.VariesByCulture() && !context.Culture.InvariantEquals(defaultCulture.DefaultCulture)
            ? null
            : Array.Find(
                ofSegment,
                value => value.Culture is null || value.Culture.InvariantEquals(defaultCulture.DefaultCulture)
            );
    }

    private bool IsShown(BlockValue value, IPublishedElement element, IPublishedElement owner)
    {
        var shown = value.Expose.Where(variation => variation.ContentKey == element.Key).ToArray();
        var variation = owner.ContentType.Variations & element.ContentType.Variations;
        var context = variations.VariationContext;
        var segment = variation.VariesBySegment() ? context?.Segment.NullOrWhiteSpaceAsNull() : null;
        if (!variation.VariesByCulture())
        {
            var culture = shown.Any(s => s.Culture is null) ? null : defaultCulture.DefaultCulture;
            return shown.Any(s =>
                s.Culture.InvariantEquals(culture) && s.Segment.NullOrWhiteSpaceAsNull().InvariantEquals(segment)
            );
        }

        return shown.Any(s =>
            (s.Culture ?? defaultCulture.DefaultCulture).InvariantEquals(
                context?.Culture.NullOrWhiteSpaceAsNull() ?? defaultCulture.DefaultCulture
            ) && s.Segment.NullOrWhiteSpaceAsNull().InvariantEquals(segment)
        );
    }
}

/// <summary>The item that owns a block property, and how values in it are kept.</summary>
internal sealed record BlockScope(IPublishedElement Owner, PropertyCacheLevel ReferenceCacheLevel, bool Preview);
