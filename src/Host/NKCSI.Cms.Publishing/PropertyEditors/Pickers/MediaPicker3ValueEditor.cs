using NKCSI.Cms.Publishing.PropertyEditors.Stored;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Publishing.PropertyEditors.Pickers;

/// <summary>
/// Keeps <see cref="StoredMediaPick"/>s. A picked key without a media item may be that of an uploaded file, which then
/// becomes a media item.
/// </summary>
internal sealed class MediaPicker3ValueEditor : DataValueEditor, IDataValueReference
{
    private readonly StoredJson _stored;
    private readonly IMediaService _media;
    private readonly IDataTypeConfigurationCache _configurations;
    private readonly UploadedMedia _uploads;

    public MediaPicker3ValueEditor(
        IShortStringHelper shortStringHelper,
        IJsonSerializer json,
        IIOHelper io,
        DataEditorAttribute attribute,
        StoredJson stored,
        IMediaService media,
        IDataTypeConfigurationCache configurations,
        UploadedMedia uploads,
        MediaPickRules rules
    )
        : base(shortStringHelper, json, io, attribute)
    {
        _stored = stored;
        _media = media;
        _configurations = configurations;
        _uploads = uploads;
        Validators.Add(new TypedJsonValidatorRunner<List<StoredMediaPick>, MediaPicker3Configuration>(stored, rules));
    }

    public IEnumerable<UmbracoEntityReference> GetReferences(object? value) =>
        StoredMediaPick
            .From(value, _stored)
            .Select(pick => new UmbracoEntityReference(Udi.Create(Constants.UdiEntityType.Media, pick.MediaKey)));

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        if (_stored.Read<List<StoredMediaPick>>(editorValue.Value) is not { Count: > 0 } picks)
        {
            return null;
        }

        if (editorValue.DataTypeConfiguration is MediaPicker3Configuration configuration)
        {
            picks.RemoveAll(pick => !_uploads.Resolve(pick, configuration.StartNodeId));
        }

        foreach (var pick in picks)
        {
            pick.Prune();
        }

        return _stored.Serialize(picks);
    }

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        var configuration = _configurations.GetConfigurationAs<MediaPicker3Configuration>(
            property.PropertyType.DataTypeKey
        );
        var shown = new List<StoredMediaPick>();
        foreach (var pick in StoredMediaPick.From(property.GetValue(culture, segment), _stored))
        {
            if (_media.GetById(pick.MediaKey) is { } item)
            {
                pick.MediaTypeAlias = item.ContentType.Alias;
                pick.Apply(configuration);
                shown.Add(pick);
            }
        }

        return shown;
    }
}
