using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Files;

/// <summary>Keeps an <see cref="ImageCropperValue"/>; crops without coordinates are not kept.</summary>
internal sealed class ImageCropperValueEditor : DataValueEditor
{
    private readonly StoredJson _stored;
    private readonly FileStore _files;
    private readonly IDataTypeConfigurationCache _configurations;

    public ImageCropperValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        StoredJson stored,
        FileStore files,
        IDataTypeConfigurationCache configurations
    )
        : base(shortStringHelper, json, io, attribute)
    {
        _stored = stored;
        _files = files;
        _configurations = configurations;
        Validators.Add(new UploadedFileRules(stored, files));
    }

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        var posted = StoredFile.From(editorValue.Value, _stored);
        var current = StoredFile.PathOf(currentValue, _stored);
        var address = posted?.Src is { Length: > 0 } src && !StoredFile.IsAddress(src) ? current : posted?.Src;
        if (posted?.TemporaryFileId is { } key)
        {
            address = _files.Find(key) is { } file ? _files.Keep(file, editorValue) : null;
            if (address is null)
            {
                return currentValue;
            }
        }

        if (current is not null && current != address)
        {
            _files.Drop(current, editorValue.ContentKey);
        }

        return posted is null || string.IsNullOrWhiteSpace(address)
            ? null
            : _stored.Serialize(
                new ImageCropperValue
                {
                    FocalPoint = posted.FocalPoint,
                    Crops = posted.Crops?.Where(crop => crop.Coordinates is not null).ToArray(),
                    Src = address,
                }
            );
    }

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        if (StoredFile.From(property.GetValue(culture, segment), _stored) is not { } file)
        {
            return null;
        }

        var configured = _configurations.GetConfigurationAs<ImageCropperConfiguration>(
            property.PropertyType.DataTypeKey
        );
        return new ImageCropperValue
        {
            Src = file.Src,
            FocalPoint = file.FocalPoint,
            Crops = ImageCropperValue.Configured(file.Crops, configured?.Crops ?? []),
        };
    }

    /// <summary>For exports and plain indexes: JSON also where an older value holds the bare address.</summary>
    public override string ConvertDbToString(IPropertyType propertyType, object? value) =>
        StoredFile.From(value, _stored) is { } file
            ? _stored.Serialize(
                new ImageCropperValue
                {
                    FocalPoint = file.FocalPoint,
                    Crops = file.Crops,
                    Src = file.Src,
                }
            )
            : string.Empty;
}
