using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Security;

namespace NKCSI.Cms.Storage.Users;

/// <summary>Mails to users belong to the sign-in of the back office, which this host does not have yet: none can be sent.</summary>
internal sealed class UnavailableUserMail : IUserInviteSender, IUserForgotPasswordSender
{
    public bool CanSendInvites() => false;

    public bool CanSend() => false;

    public Task InviteUser(UserInvitationMessage invite) => Task.CompletedTask;

    public Task SendForgotPassword(UserForgotPasswordMessage messageModel) => Task.CompletedTask;
}
