using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Files;

/// <summary>Keeps the address of the file; an address posted without an upload changes nothing.</summary>
internal sealed class UploadFieldValueEditor : DataValueEditor
{
    private readonly StoredJson _stored;
    private readonly FileStore _files;

    public UploadFieldValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        StoredJson stored,
        FileStore files
    )
        : base(shortStringHelper, json, io, attribute)
    {
        _stored = stored;
        _files = files;
        Validators.Add(new UploadedFileRules(stored, files));
    }

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        var posted = StoredFile.From(editorValue.Value, _stored);
        var current = StoredFile.PathOf(currentValue, _stored);
        if (posted?.TemporaryFileId is not { } key)
        {
            if (!string.IsNullOrEmpty(posted?.Src))
            {
                return current;
            }

            _files.Drop(current, editorValue.ContentKey);
            return null;
        }

        if (
            _files.Find(key) is not { } file
            || !UploadedFileRules.IsAllowedBy(editorValue.DataTypeConfiguration, file.FileName)
            || _files.Keep(file, editorValue) is not { } address
        )
        {
            return current;
        }

        if (address != current)
        {
            _files.Drop(current, editorValue.ContentKey);
        }

        return address;
    }

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        StoredFile.PathOf(property.GetValue(culture, segment), _stored) is { } path ? new ShownFile(path) : null;

    /// <summary>What the client reads: <c>{"src":"/media/…"}</c>.</summary>
    internal sealed record ShownFile(string Src);
}
