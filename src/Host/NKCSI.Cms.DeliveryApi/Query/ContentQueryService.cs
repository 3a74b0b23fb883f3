using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace NKCSI.Cms.DeliveryApi.Query;

/// <summary>Reads fetch, filters and sorts with the first handler that can, and asks the store.</summary>
internal sealed class ContentQueryService(
    IApiContentQueryProvider provider,
    SelectorHandlerCollection selectors,
    FilterHandlerCollection filterHandlers,
    SortHandlerCollection sortHandlers,
    IRequestStartItemProvider startItem,
    IVariationContextAccessor variation,
    IRequestPreviewService preview
) : IApiContentQueryService
{
    public Attempt<PagedModel<Guid>, ApiContentQueryOperationStatus> ExecuteQuery(
        string? fetch,
        IEnumerable<string> filters,
        IEnumerable<string> sorts,
        ProtectedAccess protectedAccess,
        int skip,
        int take
    )
    {
        var nothing = new PagedModel<Guid>();
        if (Selector(fetch) is not { } selector)
        {
            return Attempt.FailWithStatus(ApiContentQueryOperationStatus.SelectorOptionNotFound, nothing);
        }

        var filterOptions = new List<FilterOption>();
        foreach (var filter in filters)
        {
            if (filterHandlers.FirstOrDefault(handler => handler.CanHandle(filter)) is not { } handler)
            {
                return Attempt.FailWithStatus(ApiContentQueryOperationStatus.FilterOptionNotFound, nothing);
            }

            filterOptions.Add(handler.BuildFilterOption(filter));
        }

        var sortOptions = new List<SortOption>();
        foreach (var sort in sorts)
        {
            if (sortHandlers.FirstOrDefault(handler => handler.CanHandle(sort)) is not { } handler)
            {
                return Attempt.FailWithStatus(ApiContentQueryOperationStatus.SortOptionNotFound, nothing);
            }

            sortOptions.Add(handler.BuildSortOption(sort));
        }

        var page = provider.ExecuteQuery(
            selector,
            filterOptions,
            sortOptions,
            variation.VariationContext?.Culture ?? string.Empty,
            protectedAccess,
            preview.IsPreview(),
            skip,
            take
        );
        return Attempt.SucceedWithStatus(ApiContentQueryOperationStatus.Success, page);
    }

    private SelectorOption? Selector(string? fetch)
    {
        if (!string.IsNullOrWhiteSpace(fetch))
        {
            return selectors.FirstOrDefault(handler => handler.CanHandle(fetch))?.BuildSelectorOption(fetch);
        }

        return startItem.GetStartItem() is { } start
            ? new SelectorOption { FieldName = StandardFields.AncestorIds, Values = [start.Key.ToString("D")] }
            : provider.AllContentSelectorOption();
    }
}
