using System.Diagnostics.CodeAnalysis;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.Files;

/// <summary>An uploaded image with focal point and crops.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.ImageCropper, ValueType = ValueTypes.Json)]
internal sealed class ImageCropperPropertyEditor : DataEditor, IMediaUrlGenerator
{
    private readonly IIOHelper _io;
    private readonly StoredJson _stored;

    public ImageCropperPropertyEditor(IDataValueEditorFactory factory, IIOHelper io, StoredJson stored)
        : base(factory)
    {
        _io = io;
        _stored = stored;
        SupportsReadOnly = true;
    }

    public override IPropertyIndexValueFactory PropertyIndexValueFactory { get; } = new NoopPropertyIndexValueFactory();

    public bool TryGetMediaPath(string? propertyEditorAlias, object? value, [NotNullWhen(true)] out string? mediaPath)
    {
        mediaPath = propertyEditorAlias == Alias ? StoredFile.PathOf(value, _stored) : null;
        return mediaPath is not null;
    }

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<ImageCropperValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new ImageCropperConfigurationEditor(_io);
}

/// <summary>The cuts that editors are offered.</summary>
internal sealed class ImageCropperConfiguration
{
    [ConfigurationField("crops")]
    public ImageCropValue[]? Crops { get; set; }
}

internal sealed class ImageCropperConfigurationEditor(IIOHelper io)
    : ConfigurationEditor<ImageCropperConfiguration>(io);
