using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.Pickers;

/// <summary>Links to documents, media and addresses.</summary>
[DataEditor(
    Constants.PropertyEditors.Aliases.MultiUrlPicker,
    ValueType = ValueTypes.Json,
    ValueEditorIsReusable = true
)]
internal sealed class MultiUrlPickerPropertyEditor : DataEditor
{
    private readonly IIOHelper _io;

    public MultiUrlPickerPropertyEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    public override IPropertyIndexValueFactory PropertyIndexValueFactory { get; } = new NoopPropertyIndexValueFactory();

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<MultiUrlPickerValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new MultiUrlPickerConfigurationEditor(_io);
}

/// <summary>
/// A link as it is kept. Only an address of elsewhere is kept as such; of documents and media the UDI, so that the
/// link follows them. <c>unique</c> and <c>type</c> are there for values that other tools wrote.
/// </summary>
internal sealed class StoredLink
{
    public string? Name { get; set; }

    public string? Target { get; set; }

    public Guid? Unique { get; set; }

    public string? Type { get; set; }

    public GuidUdi? Udi { get; set; }

    public string? Url { get; set; }

    public string? QueryString { get; set; }

    public string? Culture { get; set; }

    /// <summary>The links of a stored value, with the UDI where only type and key were kept.</summary>
    public static IReadOnlyList<StoredLink> From(object? value, StoredJson stored)
    {
        var links = stored.Read<List<StoredLink>>(value) ?? [];
        foreach (var link in links)
        {
            if (link is { Udi: null, Unique: { } key, Type: "document" or "media" })
            {
                link.Udi = new GuidUdi(link.Type, key);
            }
        }

        return links;
    }
}
