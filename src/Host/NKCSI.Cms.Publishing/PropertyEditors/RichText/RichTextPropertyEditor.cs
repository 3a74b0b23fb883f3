using NKCSI.Cms.Publishing.PropertyEditors.Blocks;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.RichText;

/// <summary>Formatted text with links, pictures and blocks.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.RichText, ValueType = ValueTypes.Text)]
internal sealed class RichTextPropertyEditor(IDataValueEditorFactory factory, IIOHelper io, StoredJson stored)
    : BlockPropertyEditor(factory)
{
    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<RichTextValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new RichTextConfigurationEditor(io);

    protected override object? Merge(
        object? source,
        object? target,
        Func<string?, bool> takes,
        BlockCultures.Arrangement arrangement
    )
    {
        var from = RichTextEditorValue.From(source, stored);
        var to = RichTextEditorValue.From(target, stored);
        var arranged = arrangement == BlockCultures.Arrangement.OfSource ? from : to;
        if (arranged is null || from is null || to is null)
        {
            return arrangement == BlockCultures.Arrangement.OfSource ? source : target;
        }

        var blocks = from.Blocks is null ? null : BlockCultures.Merge(from.Blocks, to.Blocks, takes, arrangement);
        return stored.Serialize(new RichTextEditorValue { Markup = arranged.Markup, Blocks = blocks ?? new() });
    }
}
