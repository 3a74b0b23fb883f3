using System.Security.Claims;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// What Core's user service asks of the sign-in of the back office, which this host does not have yet. Every answer is
/// the operation status that says so; the sign-in issue puts its own classes in this one's place.
/// </summary>
internal sealed class UnavailableSignIn
    : ICoreBackOfficeSignInManager,
        IBackOfficePasswordChanger,
        IInviteUriProvider,
        IForgotPasswordUriProvider
{
    public Task<ClaimsPrincipal?> CreateUserPrincipalAsync(Guid userKey) => Task.FromResult<ClaimsPrincipal?>(null);

    public Task<Attempt<PasswordChangedModel?>> ChangeBackOfficePassword(
        ChangeBackOfficeUserPasswordModel model,
        IUser? performingUser
    ) => Task.FromResult(Attempt.Fail<PasswordChangedModel?>(new PasswordChangedModel()));

    public Task<Attempt<Uri, UserOperationStatus>> CreateInviteUriAsync(IUser invitee) =>
        Task.FromResult(Attempt.FailWithStatus<Uri, UserOperationStatus>(UserOperationStatus.CannotInvite, null!));

    public Task<Attempt<Uri, UserOperationStatus>> CreateForgotPasswordUriAsync(IUser user) =>
        Task.FromResult(
            Attempt.FailWithStatus<Uri, UserOperationStatus>(UserOperationStatus.CannotPasswordReset, null!)
        );

    public Task<Attempt<UserOperationStatus>> CanCreateForgotPasswordUriAsync() =>
        Task.FromResult(Attempt.Fail(UserOperationStatus.CannotPasswordReset));
}
