using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Publishing.MediaFiles;

/// <summary>
/// Gives a copied document copies of the files uploaded into it, so that neither loses its files when the other is
/// deleted.
/// </summary>
internal sealed class CopyFiles(MediaFileManager files, MediaUrlGeneratorCollection paths, IContentService documents)
    : INotificationHandler<ContentCopiedNotification>
{
    public void Handle(ContentCopiedNotification notification)
    {
        var copy = notification.Copy;
        var hasFiles = false;
        foreach (var property in copy.Properties.Where(FileValues.IsFile))
        {
            foreach (var value in property.Values.ToArray())
            {
                if (Copied(copy, property, value) is { } stored)
                {
                    property.SetValue(stored, value.Culture, value.Segment);
                    hasFiles = true;
                }
            }
        }

        if (hasFiles)
        {
            documents.Save(copy, copy.WriterId);
        }
    }

    /// <summary>The value with the address of the new file, or null if there is no file to copy.</summary>
    private string? Copied(IContent copy, IProperty property, IPropertyValue value) =>
        value.EditedValue is string stored
        && paths.TryGetMediaPath(property.PropertyType.PropertyEditorAlias, stored, out var path)
        && !string.IsNullOrWhiteSpace(path)
        && files.CopyFile(copy, property.PropertyType, files.FileSystem.GetRelativePath(path)) is { } target
            ? stored.Replace(path, files.FileSystem.GetUrl(target), StringComparison.Ordinal)
            : null;
}
