using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Mail;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Email;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace NKCSI.Cms.Hosting.Absent;

/// <summary>No mail leaves the site: <see cref="CanSendRequiredEmail"/> says so. The mail part completes it.</summary>
internal sealed class NoMail : IEmailSender
{
    public Task SendAsync(EmailMessage message, string emailType) => Task.CompletedTask;

    public Task SendAsync(EmailMessage message, string emailType, bool enableNotification) => Task.CompletedTask;

    public Task SendAsync(
        EmailMessage message,
        string emailType,
        bool enableNotification = false,
        TimeSpan? expires = null
    ) => Task.CompletedTask;

    public bool CanSendRequiredEmail() => false;
}

/// <summary>
/// Invitations and forgotten passwords, without mail: Core refuses both because nothing can be sent. The sign-in and
/// mail parts complete it.
/// </summary>
internal sealed class NoAccountMail
    : IUserInviteSender,
        IUserForgotPasswordSender,
        IInviteUriProvider,
        IForgotPasswordUriProvider
{
    public Task InviteUser(UserInvitationMessage invite) => Task.CompletedTask;

    public bool CanSendInvites() => false;

    public Task SendForgotPassword(UserForgotPasswordMessage message) => Task.CompletedTask;

    public bool CanSend() => false;

    public Task<Attempt<Uri, UserOperationStatus>> CreateInviteUriAsync(IUser invitee) => Refuse();

    public Task<Attempt<Uri, UserOperationStatus>> CreateForgotPasswordUriAsync(IUser user) => Refuse();

    public Task<Attempt<UserOperationStatus>> CanCreateForgotPasswordUriAsync() =>
        Task.FromResult(Attempt.Fail(UserOperationStatus.CannotPasswordReset));

    private static Task<Attempt<Uri, UserOperationStatus>> Refuse() =>
        Task.FromResult(Attempt.FailWithStatus(UserOperationStatus.CannotPasswordReset, new Uri("about:blank")));
}

/// <summary>Webhooks are stored but not called. The webhook part, which owns the queue of calls, completes it.</summary>
internal sealed class NoWebhookCalls : IWebhookFiringService
{
    public Task FireAsync(IWebhook webhook, string eventAlias, object? payload, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
