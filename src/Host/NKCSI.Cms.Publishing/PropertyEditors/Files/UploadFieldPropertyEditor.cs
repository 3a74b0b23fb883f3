using System.Diagnostics.CodeAnalysis;
using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.PropertyEditors.Files;

/// <summary>An uploaded file, kept as its address.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.UploadField, ValueEditorIsReusable = true)]
internal sealed class UploadFieldPropertyEditor : DataEditor, IMediaUrlGenerator
{
    private readonly IIOHelper _io;
    private readonly StoredJson _stored;

    public UploadFieldPropertyEditor(IDataValueEditorFactory factory, IIOHelper io, StoredJson stored)
        : base(factory)
    {
        _io = io;
        _stored = stored;
        SupportsReadOnly = true;
    }

    public bool TryGetMediaPath(string? propertyEditorAlias, object? value, [NotNullWhen(true)] out string? mediaPath)
    {
        mediaPath = propertyEditorAlias == Alias ? StoredFile.PathOf(value, _stored) : null;
        return mediaPath is not null;
    }

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<UploadFieldValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new FileUploadConfigurationEditor(_io);
}
