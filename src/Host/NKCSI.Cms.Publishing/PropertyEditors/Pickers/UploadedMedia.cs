using NKCSI.Cms.Publishing.PropertyEditors.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace NKCSI.Cms.Publishing.PropertyEditors.Pickers;

/// <summary>Makes media items of files that were dropped into a media picker.</summary>
internal sealed class UploadedMedia(
    IMediaService media,
    IMediaImportService import,
    ITemporaryFileService temporaryFiles,
    FileStore files,
    ICoreScopeProvider scopes,
    IBackOfficeSecurityAccessor security
)
{
    /// <summary>Points the pick to a media item, made of an uploaded file where there is none yet.</summary>
    /// <returns>False when there is neither an item nor an uploaded file of that key.</returns>
    public bool Resolve(StoredMediaPick pick, Guid? folder)
    {
        if (media.GetById(pick.MediaKey) is not null)
        {
            return true;
        }

        if (files.Find(pick.MediaKey) is not { } file)
        {
            return false;
        }

        using var scope = scopes.CreateCoreScope();
        temporaryFiles.EnlistDeleteIfScopeCompletes(file.Key, scopes);
        using var stream = file.OpenReadStream();
        var user = security.BackOfficeSecurity?.CurrentUser?.Key ?? Constants.Security.SuperUserKey;
#pragma warning disable RS0030 // Core's value editors are synchronous, and so is all that its import awaits.
        var item = import
            .ImportAsync(file.FileName, stream, folder, pick.MediaTypeAlias, user)
            .GetAwaiter()
            .GetResult();
#pragma warning restore RS0030
        pick.MediaKey = item.Key;
        scope.Complete();
        return true;
    }
}
