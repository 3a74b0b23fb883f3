using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.ValueConverters;

/// <summary>A block grid as <see cref="BlockGridModel"/>, with the areas of its blocks.</summary>
[DefaultPropertyValueConverter(typeof(JsonValueConverter))]
internal sealed class BlockGridValueConverter(StoredJson stored, PublishedBlocks blocks, IApiElementBuilder elements)
    : BlockValueConverter<BlockGridValue, BlockGridLayoutItem>(
        Constants.PropertyEditors.Aliases.BlockGrid,
        stored,
        new BlockGridEditorDataConverter(stored)
    )
{
    private const int UsualColumns = 12;
    private const int UsualRows = 1;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(BlockGridModel);

    public override Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) =>
        typeof(ApiBlockGridModel);

    protected override object Model(
        BlockEditorData<BlockGridValue, BlockGridLayoutItem>? data,
        IPublishedPropertyType propertyType,
        BlockScope scope
    )
    {
        var grid = propertyType.DataType.ConfigurationAs<BlockGridConfiguration>() ?? new BlockGridConfiguration();
        var items = data is null ? [] : Items(data.BlockValue, data.Layout ?? [], grid, scope);
        return items.Count == 0 ? BlockGridModel.Empty : new BlockGridModel(items, grid.GridColumns);
    }

    protected override object Delivered(object? model, IPublishedPropertyType propertyType)
    {
        var grid = model as BlockGridModel;
        var columns = propertyType.DataType.ConfigurationAs<BlockGridConfiguration>()?.GridColumns;
        return new ApiBlockGridModel(grid?.GridColumns ?? columns ?? UsualColumns, [.. grid?.Select(Delivered) ?? []]);
    }

    private List<BlockGridItem> Items(
        BlockGridValue value,
        IEnumerable<BlockGridLayoutItem> layout,
        BlockGridConfiguration grid,
        BlockScope scope
    ) =>
        [
            .. blocks
                .Of(value, layout, grid.Blocks, scope)
                .Select(block => new BlockGridItem(
                    block.Content.Key,
                    block.Content,
                    block.Settings?.Key,
                    block.Settings
                )
                {
                    RowSpan = block.Layout.RowSpan ?? UsualRows,
                    ColumnSpan = block.Layout.ColumnSpan ?? grid.GridColumns ?? UsualColumns,
                    AreaGridColumns = block.Configuration.AreaGridColumns,
                    GridColumns = grid.GridColumns,
                    Areas = [.. Areas(value, block, grid, scope)],
                }),
        ];

    private IEnumerable<BlockGridArea> Areas(
        BlockGridValue value,
        PublishedBlock<BlockGridLayoutItem, BlockGridConfiguration.BlockGridBlockConfiguration> block,
        BlockGridConfiguration grid,
        BlockScope scope
    )
    {
        foreach (var area in block.Layout.Areas)
        {
            if (Array.Find(block.Configuration.Areas, configured => configured.Key == area.Key) is { } configured)
            {
                yield return new BlockGridArea(
                    Items(value, area.Items, grid, scope),
                    configured.Alias ?? string.Empty,
                    configured.RowSpan ?? UsualRows,
                    configured.ColumnSpan ?? block.Configuration.AreaGridColumns ?? grid.GridColumns ?? UsualColumns
                );
            }
        }
    }

    private ApiBlockGridItem Delivered(BlockGridItem item) =>
        new(
            elements.Build(item.Content),
            item.Settings is { } settings ? elements.Build(settings) : null,
            item.RowSpan,
            item.ColumnSpan,
            item.AreaGridColumns ?? item.GridColumns ?? UsualColumns,
            [
                .. item.Areas.Select(area => new ApiBlockGridArea(
                    area.Alias,
                    area.RowSpan,
                    area.ColumnSpan,
                    [.. area.Select(Delivered)]
                )),
            ]
        );
}
