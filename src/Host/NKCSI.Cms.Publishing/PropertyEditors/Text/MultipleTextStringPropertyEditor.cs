using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.Text;

/// <summary>Several lines, each a text of its own.</summary>
[DataEditor(
    Constants.PropertyEditors.Aliases.MultipleTextstring,
    ValueType = ValueTypes.Text,
    ValueEditorIsReusable = true
)]
internal sealed class MultipleTextStringPropertyEditor : DataEditor
{
    private readonly IIOHelper _io;

    public MultipleTextStringPropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<MultipleTextStringValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() =>
        new MultipleTextStringConfigurationEditor(_io);
}

internal sealed class MultipleTextStringConfigurationEditor(IIOHelper io)
    : ConfigurationEditor<MultipleTextStringConfiguration>(io);
