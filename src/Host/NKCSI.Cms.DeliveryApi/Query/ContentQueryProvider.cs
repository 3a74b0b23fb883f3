using System.Globalization;
using Microsoft.Extensions.Logging;
using NKCSI.Cms.DeliveryApi.Index;
using NKCSI.Search.Fields;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.DeliveryApi.Query;

/// <summary>Answers from the index: options as conditions on its fields, plus culture and publication.</summary>
internal sealed class ContentQueryProvider(
    DeliveryIndex index,
    IDeliveryApiCompositeIdHandler ids,
    IIdKeyMap keys,
    ILogger<ContentQueryProvider> logger
) : IApiContentQueryProvider
{
    public SelectorOption AllContentSelectorOption() => new() { FieldName = string.Empty, Values = [] };

    public PagedModel<Guid> ExecuteQuery(
        SelectorOption selectorOption,
        IList<FilterOption> filterOptions,
        IList<SortOption> sortOptions,
        string culture,
        ProtectedAccess protectedAccess,
        bool preview,
        int skip,
        int take
    )
    {
        var conditions = new List<FieldCondition>
        {
            new(
                DeliveryIndex.Culture,
                FieldKind.StringRaw,
                FieldOperator.Is,
                [culture.ToLowerInvariant(), DeliveryIndex.Invariant]
            ),
        };
        if (!preview)
        {
            conditions.Add(new FieldCondition(DeliveryIndex.Published, FieldKind.StringRaw, FieldOperator.Is, ["y"]));
        }

        if (selectorOption.FieldName.Length > 0)
        {
            Add(conditions, selectorOption.FieldName, FieldOperator.Is, selectorOption.Values);
        }

        foreach (var filter in filterOptions)
        {
            Add(conditions, filter.FieldName, ToOperator(filter.Operator), filter.Values);
        }

        var result = index.Store.Query(
            new FieldQuery(conditions, [.. sortOptions.SelectMany(ToSort)], skip, Math.Max(take, 1))
        );
        var found = take == 0 ? [] : result.Ids.Select(KeyOf).OfType<Guid>().ToList();
        // An empty page of an unsorted list has no total there either: nothing is collected for it.
        var counts = found.Count > 0 || sortOptions.Count > 0;
        return new PagedModel<Guid>(counts ? result.Total : 0, found);
    }

    private void Add(List<FieldCondition> conditions, string field, FieldOperator comparison, string[] values)
    {
        if (!index.Kinds.TryGetValue(field, out var kind))
        {
            logger.LogWarning("The Delivery API was asked for the field {Field}, which nothing indexes", field);
            return;
        }

        var typed = values.Select(value => Typed(kind, value)).ToList();
        if (values.Length > 0 && typed.Contains(null))
        {
            // A date or number that cannot be read: the filter says nothing.
            return;
        }

        conditions.Add(new FieldCondition(field, kind, comparison, [.. typed.OfType<object>()]));
    }

    private static object? Typed(FieldKind kind, string value) =>
        kind switch
        {
            FieldKind.Number => long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                ? number
                : null,
            FieldKind.Date => DateTime.TryParse(
                value,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var date
            )
                ? date
                : null,
            _ => value,
        };

    private IEnumerable<FieldSort> ToSort(SortOption option)
    {
        if (index.Kinds.TryGetValue(option.FieldName, out var kind))
        {
            yield return new FieldSort(option.FieldName, kind, option.Direction == Direction.Descending);
        }
        else
        {
            logger.LogWarning("The Delivery API was asked to sort by {Field}, which nothing indexes", option.FieldName);
        }
    }

    private Guid? KeyOf(string id) =>
        ids.Decompose(id).Id is { } number
        && keys.GetKeyForId(number, UmbracoObjectTypes.Document) is { Success: true, Result: var key }
            ? key
            : null;

    private static FieldOperator ToOperator(FilterOperation operation) =>
        operation switch
        {
            FilterOperation.Is => FieldOperator.Is,
            FilterOperation.IsNot => FieldOperator.IsNot,
            FilterOperation.Contains => FieldOperator.Contains,
            FilterOperation.DoesNotContain => FieldOperator.DoesNotContain,
            FilterOperation.LessThan => FieldOperator.LessThan,
            FilterOperation.LessThanOrEqual => FieldOperator.LessThanOrEqual,
            FilterOperation.GreaterThan => FieldOperator.GreaterThan,
            _ => FieldOperator.GreaterThanOrEqual,
        };
}
