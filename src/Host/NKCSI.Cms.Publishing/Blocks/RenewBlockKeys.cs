using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace NKCSI.Cms.Publishing.Blocks;

/// <summary>
/// A copied document, or one made from a blueprint, gets blocks of its own: every block key is new, everywhere in
/// the value where it is named.
/// </summary>
internal sealed class RenewBlockKeys
    : INotificationHandler<ContentCopyingNotification>,
        INotificationHandler<ContentScaffoldedNotification>
{
    private static readonly HashSet<string> BlockEditors =
    [
        Constants.PropertyEditors.Aliases.BlockList,
        Constants.PropertyEditors.Aliases.BlockGrid,
        Constants.PropertyEditors.Aliases.SingleBlock,
        Constants.PropertyEditors.Aliases.RichText,
    ];

    public void Handle(ContentCopyingNotification notification) => Renew(notification.Copy);

    public void Handle(ContentScaffoldedNotification notification) => Renew(notification.Scaffold);

    private static void Renew(IContent document)
    {
        foreach (var property in document.Properties)
        {
            if (!BlockEditors.Contains(property.PropertyType.PropertyEditorAlias))
            {
                continue;
            }

            foreach (var value in property.Values)
            {
                if (value.EditedValue is string stored)
                {
                    property.SetValue(BlockKeys.Renew(stored, Guid.NewGuid), value.Culture, value.Segment);
                }
            }
        }
    }
}
