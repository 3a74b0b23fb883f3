using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.Numbers;

/// <summary>A number, or a range of two, chosen on a scale.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.Slider, ValueEditorIsReusable = true)]
internal sealed class SliderPropertyEditor : DataEditor
{
    private readonly IIOHelper _io;

    public SliderPropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<SliderValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new SliderConfigurationEditor(_io);
}

/// <summary>What the slider's client posts and reads: <c>{"from":2,"to":7.5}</c>, both the same for one number.</summary>
internal sealed class SliderRange
{
    public decimal From { get; set; }

    public decimal To { get; set; }
}
