using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.PropertyEditors.Files;

/// <summary>Moves uploaded files into the media file system and old ones out of it.</summary>
internal sealed class FileStore(
    ITemporaryFileService temporaryFiles,
    MediaFileManager media,
    ICoreScopeProvider scopes,
    IFileStreamSecurityValidator security,
    IEntityService entities,
    IOptionsMonitor<ContentSettings> settings
)
{
    /// <summary>The uploaded file of that key; <see langword="null"/> when it is gone.</summary>
    public TemporaryFileModel? Find(Guid key)
    {
#pragma warning disable RS0030 // Core's value editors are synchronous, and the temporary files lie on the local disk.
        return temporaryFiles.GetAsync(key).GetAwaiter().GetResult();
#pragma warning restore RS0030
    }

    /// <summary>Whether the settings of the site allow files of that name.</summary>
    public bool IsAllowed(string fileName) =>
        settings.CurrentValue.IsFileAllowedForUpload(Path.GetExtension(fileName).TrimStart('.'));

    /// <summary>Moves an uploaded file to the property's place.</summary>
    /// <returns>Its address; <see langword="null"/> when the file is not allowed or not safe.</returns>
    public string? Keep(TemporaryFileModel file, ContentPropertyData target)
    {
        if (!IsAllowed(file.FileName))
        {
            return null;
        }

        if (target.ContentKey == Guid.Empty || target.PropertyTypeKey == Guid.Empty)
        {
            throw new InvalidOperationException("A file can only be kept for a property of a content item.");
        }

        using var scope = scopes.CreateCoreScope();
        temporaryFiles.EnlistDeleteIfScopeCompletes(file.Key, scopes);
        var path = media.GetMediaPath(file.FileName, target.ContentKey, target.PropertyTypeKey);
        using (var stream = file.OpenReadStream())
        {
            if (!security.IsConsideredSafe(stream))
            {
                scope.Complete();
                return null;
            }

            if (stream.CanSeek)
            {
                stream.Position = 0;
            }

            media.FileSystem.AddFile(path, stream, overrideIfExists: true);
        }

        scope.Complete();
        return media.FileSystem.GetUrl(path);
    }

    /// <summary>
    /// Removes the file that a media item no longer has. Of a document it stays: its published version may still
    /// show it.
    /// </summary>
    public void Drop(string? address, Guid contentKey)
    {
        if (
            !string.IsNullOrWhiteSpace(address)
            && entities.Get(contentKey)?.NodeObjectType == Constants.ObjectTypes.Media
        )
        {
            media.FileSystem.DeleteFile(media.FileSystem.GetRelativePath(address));
        }
    }
}
