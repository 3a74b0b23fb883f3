using System.Globalization;
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
    ISvgDimensionExtractor drawings,
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
                var file = files.FileSystem.GetRelativePath(path);
                filling.Populate(media, fields, file, value.Culture, value.Segment);
                FillDrawing(media, fields, file, value);
            }
            else
            {
                filling.Reset(media, fields, value.Culture, value.Segment);
            }
        }
    }

    /// <summary>Core measures pictures of pixels only.</summary>
    private void FillDrawing(IMedia media, ImagingAutoFillUploadField fields, string file, IPropertyValue value)
    {
        if (!file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || !files.FileSystem.FileExists(file))
        {
            return;
        }

        using var drawing = files.FileSystem.OpenFile(file);
        if (drawings.GetDimensions(drawing) is { } size)
        {
            Set(media, fields.WidthFieldAlias, size.Width, value);
            Set(media, fields.HeightFieldAlias, size.Height, value);
        }
    }

    private static void Set(IMedia media, string alias, int pixels, IPropertyValue value)
    {
        if (media.Properties.TryGetValue(alias, out var property))
        {
            property.SetValue(pixels.ToString(CultureInfo.InvariantCulture), value.Culture, value.Segment);
        }
    }
}
