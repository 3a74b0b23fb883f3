using System.Security.Claims;
using Umbraco.Cms.Core.Security;

namespace NKCSI.Cms.Hosting.Absent;

/// <summary>Sign-in to the backoffice: nobody is signed in. The Management API, which brings sign-in, completes it.</summary>
internal sealed class NoSignIn : ICoreBackOfficeSignInManager
{
    public Task<ClaimsPrincipal?> CreateUserPrincipalAsync(Guid userKey) => Task.FromResult<ClaimsPrincipal?>(null);
}
