using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.Lists;

/// <summary>One or several options of a drop-down list; always kept as a list of texts.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.DropDownListFlexible, ValueEditorIsReusable = true)]
internal sealed class DropDownFlexiblePropertyEditor : DataEditor
{
    private readonly IIOHelper _io;

    public DropDownFlexiblePropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<SeveralChoicesValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new DropDownFlexibleConfigurationEditor(_io);
}

/// <summary>Any number of options, each a check box.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.CheckBoxList, ValueType = ValueTypes.Text, ValueEditorIsReusable = true)]
internal sealed class CheckBoxListPropertyEditor : DataEditor
{
    private readonly IIOHelper _io;

    public CheckBoxListPropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<SeveralChoicesValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new ValueListConfigurationEditor(_io);
}

/// <summary>One option of several, kept as its text.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.RadioButtonList, ValueEditorIsReusable = true)]
internal sealed class RadioButtonListPropertyEditor : DataEditor
{
    private readonly IIOHelper _io;

    public RadioButtonListPropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<OneChoiceValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new ValueListConfigurationEditor(_io);
}
