using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Files;

/// <summary>Keeps the address of the file; one posted without an upload is kept as it is.</summary>
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
            if (posted?.Src is { Length: > 0 } address)
            {
                return StoredFile.IsAddress(address) ? address : current;
            }

            _files.Drop(current, editorValue.ContentKey);
            return null;
        }

        if (
            _files.Find(key) is not { } file
            || !UploadedFileRules.IsAllowedBy(editorValue.DataTypeConfiguration, file.FileName)
            || _files.Keep(file, editorValue) is not { } kept
        )
        {
            return current;
        }

        if (kept != current)
        {
            _files.Drop(current, editorValue.ContentKey);
        }

        return kept;
    }

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        StoredFile.PathOf(property.GetValue(culture, segment), _stored) is { } path ? new ShownFile(path) : null;

    /// <summary>What the client reads: <c>{"src":"/media/…"}</c>.</summary>
    internal sealed record ShownFile(string Src);
}
