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

/// <summary>One block.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.SingleBlock, ValueType = ValueTypes.Json)]
internal sealed class SingleBlockPropertyEditor(IDataValueEditorFactory factory, IIOHelper io, StoredJson stored)
    : BlockPropertyEditor<SingleBlockValue>(factory, stored)
{
    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<SingleBlockValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new SingleBlockConfigurationEditor(io);
}

internal sealed class SingleBlockConfigurationEditor(IIOHelper io) : ConfigurationEditor<SingleBlockConfiguration>(io);

internal sealed class SingleBlockValueEditor(
    IShortStringHelper shortStringHelper,
    IJsonSerializer json,
    IIOHelper io,
    DataEditorAttribute attribute,
    BlockEditorServices services
)
    : BlockValueEditor<SingleBlockValue, SingleBlockLayoutItem>(
        shortStringHelper,
        json,
        io,
        attribute,
        services,
        new SingleBlockEditorDataConverter(services.Stored)
    )
{
    protected override IEnumerable<IBlockConfiguration> BlockConfigurations(object? configuration) =>
        (configuration as SingleBlockConfiguration)?.Blocks ?? [];

    protected override IEnumerable<ValidationResult> ValidateLayout(
        IReadOnlyList<SingleBlockLayoutItem> layout,
        object? configuration
    ) => EntryLimits.Check(Texts, layout.Count, min: null, max: 1);
}
