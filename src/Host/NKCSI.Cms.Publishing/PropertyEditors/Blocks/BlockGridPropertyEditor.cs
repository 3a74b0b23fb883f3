using System.ComponentModel.DataAnnotations;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Blocks;

/// <summary>Blocks in columns and rows, with areas that hold blocks again.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.BlockGrid, ValueType = ValueTypes.Json)]
internal sealed class BlockGridPropertyEditor(IDataValueEditorFactory factory, IIOHelper io, StoredJson stored)
    : BlockPropertyEditor<BlockGridValue>(factory, stored)
{
    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<BlockGridValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new BlockGridConfigurationEditor(io);
}

internal sealed class BlockGridConfigurationEditor(IIOHelper io) : ConfigurationEditor<BlockGridConfiguration>(io);

internal sealed class BlockGridValueEditor(
    IShortStringHelper shortStringHelper,
    IJsonSerializer json,
    IIOHelper io,
    DataEditorAttribute attribute,
    BlockEditorServices services
)
    : BlockValueEditor<BlockGridValue, BlockGridLayoutItem>(
        shortStringHelper,
        json,
        io,
        attribute,
        services,
        new BlockGridEditorDataConverter(services.Stored)
    )
{
    protected override IEnumerable<IBlockConfiguration> BlockConfigurations(object? configuration) =>
        (configuration as BlockGridConfiguration)?.Blocks ?? [];

    protected override IEnumerable<ValidationResult> ValidateLayout(
        IReadOnlyList<BlockGridLayoutItem> layout,
        object? configuration
    )
    {
        if (configuration is not BlockGridConfiguration grid)
        {
            return [];
        }

        var areas = grid
            .Blocks.SelectMany(block => block.Areas)
            .DistinctBy(area => area.Key)
            .ToDictionary(area => area.Key);
        var mismatch = AreasOf(layout)
            .Any(area =>
                areas.TryGetValue(area.Key, out var rule)
                && (area.Items.Length < rule.MinAllowed || area.Items.Length > rule.MaxAllowed)
            );
        return
        [
            .. EntryLimits.Check(Texts, layout.Count, grid.ValidationLimit.Min, grid.ValidationLimit.Max),
            .. mismatch ? [Texts.Refuse("entriesAreasMismatch")] : Array.Empty<ValidationResult>(),
        ];
    }

    private static IEnumerable<BlockGridLayoutAreaItem> AreasOf(IEnumerable<BlockGridLayoutItem> layout) =>
        layout.SelectMany(item => item.Areas).SelectMany(area => AreasOf(area.Items).Prepend(area));
}
