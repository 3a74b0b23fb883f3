using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace NKCSI.Cms.Publishing.MediaFiles;

/// <summary>
/// Deletes the files of items that are gone for good. With Umbraco:CMS:Content:EnableMediaRecycleBinProtection files
/// of media in the bin get a name that nobody links to, and their own back when restored.
/// </summary>
internal sealed class CleanUpFiles(FileValues values, MediaFileManager files, IOptionsMonitor<ContentSettings> settings)
    : INotificationHandler<ContentDeletedNotification>,
        INotificationHandler<ContentDeletedBlueprintNotification>,
        INotificationHandler<MediaDeletedNotification>,
        INotificationHandler<MemberDeletedNotification>,
        INotificationHandler<MediaMovedToRecycleBinNotification>,
        INotificationHandler<MediaMovedNotification>
{
    private const string InBinSuffix = ".deleted";

    private static readonly string BinPath = $"{Constants.System.RootString},{Constants.System.RecycleBinMediaString},";

    public void Handle(ContentDeletedNotification notification) => Delete(notification.DeletedEntities);

    public void Handle(ContentDeletedBlueprintNotification notification) => Delete(notification.DeletedBlueprints);

    public void Handle(MemberDeletedNotification notification) => Delete(notification.DeletedEntities);

    public void Handle(MediaDeletedNotification notification)
    {
        // Deleted from the bin the file bears the other name; deleted without the bin its own.
        var owned = values.OwnedBy(notification.DeletedEntities);
        files.DeleteMediaFiles(
            IsProtected ? owned.Concat(owned.Select(InBinName)).Where(files.FileSystem.FileExists) : owned
        );
    }

    public void Handle(MediaMovedToRecycleBinNotification notification)
    {
        if (IsProtected)
        {
            files.SuffixMediaFiles(Owned(notification.MoveInfoCollection.Select(move => move.Entity)), InBinSuffix);
        }
    }

    public void Handle(MediaMovedNotification notification)
    {
        if (IsProtected)
        {
            var restored = notification
                .MoveInfoCollection.Where(move => move.OriginalPath.StartsWith(BinPath, StringComparison.Ordinal))
                .Select(move => move.Entity);
            files.RemoveSuffixFromMediaFiles(Owned(restored).Select(InBinName), InBinSuffix);
        }
    }

    private bool IsProtected => settings.CurrentValue.EnableMediaRecycleBinProtection;

    private void Delete(IEnumerable<IContentBase> items) => files.DeleteMediaFiles(Owned(items));

    private IReadOnlyCollection<string> Owned(IEnumerable<IContentBase> items) => values.OwnedBy(items);

    private static string InBinName(string path) => Path.ChangeExtension(path, InBinSuffix + Path.GetExtension(path));
}
