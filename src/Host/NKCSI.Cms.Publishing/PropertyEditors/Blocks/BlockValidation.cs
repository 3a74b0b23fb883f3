using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.PropertyEditors.Blocks;

/// <summary>
/// Asks the rules of every property inside the blocks that are shown (in <c>expose</c>); the refusals carry the JSON
/// path of the value, as the Management API answers it.
/// </summary>
internal sealed class BlockValidation(IPropertyValidationService properties)
{
    /// <param name="blocks">The cleaned blocks.</param>
    /// <param name="elements">Their element types.</param>
    /// <param name="path">Where the blocks stand in the property's value, with its dot; empty at the root.</param>
    /// <param name="layouts">The layout items, which tell to which block settings belong.</param>
    /// <param name="positions">Where each block stood in what was posted, before cleaning.</param>
    /// <param name="context">Cultures and segments that are being validated.</param>
    public IEnumerable<ValidationResult> Validate(
        BlockValue blocks,
        IReadOnlyDictionary<Guid, IContentType> elements,
        string path,
        IEnumerable<ContentAndSettingsReference> layouts,
        IReadOnlyDictionary<Guid, int> positions,
        PropertyValidationContext context
    )
    {
        var contentOfSettings = layouts
            .Where(reference => reference.SettingsKey is not null)
            .DistinctBy(reference => reference.SettingsKey)
            .ToDictionary(reference => reference.SettingsKey!.Value, reference => reference.ContentKey);
        var found = new NestedValidationResults();
        foreach (var item in blocks.ContentData)
        {
            Collect($"{path}contentData", item, item.Key);
        }

        foreach (var item in blocks.SettingsData)
        {
            if (contentOfSettings.TryGetValue(item.Key, out var content))
            {
                Collect($"{path}settingsData", item, content);
            }
        }

        return found.ValidationResults.Count > 0 ? [found] : [];

        void Collect(string list, BlockItemData item, Guid content)
        {
            var shown = blocks.Expose.Where(variation => variation.ContentKey == content).ToArray();
            if (shown.Length > 0 && elements.TryGetValue(item.ContentTypeKey, out var element))
            {
                var place = string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{list}[{positions.GetValueOrDefault(item.Key)}].values"
                );
                foreach (var refusal in OfItem(item, element, shown, place, context))
                {
                    found.ValidationResults.Add(refusal);
                }
            }
        }
    }

    private IEnumerable<ValidationResult> OfItem(
        BlockItemData item,
        IContentType element,
        BlockItemVariation[] shown,
        string place,
        PropertyValidationContext context
    )
    {
        foreach (var property in element.CompositionPropertyTypes)
        {
            foreach (var (culture, segment) in Variants(property, context))
            {
                if (!shown.Any(variation => IsFor(variation, element, culture)))
                {
                    continue;
                }

                var index = item.Values.FindIndex(value =>
                    value.Alias.InvariantEquals(property.Alias)
                    && value.Culture.InvariantEquals(culture)
                    && value.Segment.InvariantEquals(segment)
                );
                var here =
                    index >= 0
                        ? index.ToString(System.Globalization.CultureInfo.InvariantCulture)
                        : JsonPathExpression.MissingPropertyValue(property.Alias, culture, segment);
                var refusals = new NestedJsonPathValidationResults($"{place}[{here}].value");
                var value = index >= 0 ? item.Values[index].Value : null;
                foreach (var refusal in properties.ValidatePropertyValue(property, value, context))
                {
                    refusals.ValidationResults.Add(refusal);
                }

                if (refusals.ValidationResults.Count > 0)
                {
                    yield return refusals;
                }
            }
        }
    }

    private static bool IsFor(BlockItemVariation variation, IContentType element, string? culture) =>
        culture is null
        || variation.Culture is null
        || !element.VariesByCulture()
        || variation.Culture.InvariantEquals(culture);

    private static IEnumerable<(string? Culture, string? Segment)> Variants(
        IPropertyType property,
        PropertyValidationContext context
    )
    {
        IEnumerable<string?> cultures = property.VariesByCulture()
            ? Listed(context.CulturesBeingValidated, context.Culture)
            : [null];
        string?[] segments = property.VariesBySegment()
            ? [.. Listed(context.SegmentsBeingValidated, context.Segment)]
            : [null];
        return cultures.SelectMany(culture => segments.Select(segment => (culture, segment)));
    }

    private static IEnumerable<string?> Listed(IEnumerable<string?> all, string? one) =>
        all.Any() ? all.Select(name => string.IsNullOrEmpty(name) ? null : name) : [one];
}
