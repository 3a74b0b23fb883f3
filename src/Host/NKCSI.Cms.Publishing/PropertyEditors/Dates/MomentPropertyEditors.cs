using System.Globalization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.Dates;

/// <summary>A calendar day.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.DateOnly, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
internal sealed class DateOnlyPropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
    : MomentPropertyEditor(factory, io)
{
    protected override string Written(StoredMoment moment) =>
        moment.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A time of day.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.TimeOnly, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
internal sealed class TimeOnlyPropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
    : MomentPropertyEditor(factory, io)
{
    protected override string Written(StoredMoment moment) =>
        moment.Date.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>A day and time that mean the same clock everywhere.</summary>
[DataEditor(
    Constants.PropertyEditors.Aliases.DateTimeUnspecified,
    ValueType = ValueTypes.Json,
    ValueEditorIsReusable = true
)]
internal sealed class DateTimeUnspecifiedPropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
    : MomentPropertyEditor(factory, io)
{
    protected override string Written(StoredMoment moment) =>
        moment.Date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>A moment with the zone in which it was chosen.</summary>
[DataEditor(
    Constants.PropertyEditors.Aliases.DateTimeWithTimeZone,
    ValueType = ValueTypes.Json,
    ValueEditorIsReusable = true
)]
internal sealed class DateTimeWithTimeZonePropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
    : MomentPropertyEditor(factory, io)
{
    protected override string Written(StoredMoment moment) =>
        moment.Date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>The four date editors differ only in what of a moment they show.</summary>
internal abstract class MomentPropertyEditor : DataEditor
{
    private readonly IIOHelper _io;

    protected MomentPropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    /// <summary>The moment as the editor's client shows it.</summary>
    protected abstract string Written(StoredMoment moment);

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<MomentValueEditor>(Attribute!, (Func<StoredMoment, string>)Written);

    protected override IConfigurationEditor CreateConfigurationEditor() => new MomentConfigurationEditor(_io);
}

internal sealed class MomentConfigurationEditor(IIOHelper io) : ConfigurationEditor<DateTimeConfiguration>(io);
