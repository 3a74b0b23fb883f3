using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.MediaFiles;

/// <summary>
/// Writes width, height, extension and size of a media item's file into its properties before it is saved. Which
/// property describes which file is Umbraco:CMS:Content:Imaging:AutoFillImageProperties.
/// </summary>
internal sealed class FillMediaProperties(
    UploadAutoFillProperties filling,
    MediaUrlGeneratorCollection paths,
    MediaFileManager files,
    IOptionsMonitor<ContentSettings> settings
) : INotificationHandler<MediaSavingNotification>
{
    public void Handle(MediaSavingNotification notification)
    {
        foreach (var media in notification.SavedEntities)
        {
            foreach (var property in media.Properties.Where(FileValues.IsFile))
            {
                if (settings.CurrentValue.GetConfig(property.Alias) is { } fields)
                {
                    Fill(media, property, fields);
                }
            }
        }
    }

    private void Fill(IMedia media, IProperty property, ImagingAutoFillUploadField fields)
    {
        foreach (var value in property.Values)
        {
            if (
                paths.TryGetMediaPath(property.PropertyType.PropertyEditorAlias, value.EditedValue, out var path)
                && !string.IsNullOrWhiteSpace(path)
            )
            {
                filling.Populate(media, fields, files.FileSystem.GetRelativePath(path), value.Culture, value.Segment);
            }
            else
            {
                filling.Reset(media, fields, value.Culture, value.Segment);
            }
        }
    }
}
