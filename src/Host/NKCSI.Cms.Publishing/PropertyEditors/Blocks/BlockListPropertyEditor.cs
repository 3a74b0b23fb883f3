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

/// <summary>Blocks one below the other.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.BlockList, ValueType = ValueTypes.Json)]
internal sealed class BlockListPropertyEditor(IDataValueEditorFactory factory, IIOHelper io, StoredJson stored)
    : BlockPropertyEditor<BlockListValue>(factory, stored)
{
    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<BlockListValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new BlockListConfigurationEditor(io);
}

internal sealed class BlockListConfigurationEditor(IIOHelper io) : ConfigurationEditor<BlockListConfiguration>(io);

internal sealed class BlockListValueEditor(
    IShortStringHelper shortStringHelper,
    IJsonSerializer json,
    IIOHelper io,
    DataEditorAttribute attribute,
    BlockEditorServices services
)
    : BlockValueEditor<BlockListValue, BlockListLayoutItem>(
        shortStringHelper,
        json,
        io,
        attribute,
        services,
        new BlockListEditorDataConverter(services.Stored)
    )
{
    protected override IEnumerable<IBlockConfiguration> BlockConfigurations(object? configuration) =>
        (configuration as BlockListConfiguration)?.Blocks ?? [];

    protected override IEnumerable<ValidationResult> ValidateLayout(
        IReadOnlyList<BlockListLayoutItem> layout,
        object? configuration
    ) =>
        configuration is BlockListConfiguration { ValidationLimit: var limit }
            ? EntryLimits.Check(Texts, layout.Count, limit.Min, limit.Max)
            : [];
}
