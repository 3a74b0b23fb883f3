using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Security.Authorization;
using Umbraco.Extensions;

namespace NKCSI.Cms.Hosting.Security;

/// <summary>
/// The backoffice user of the current request, from the principal that the host's authentication made
/// (contracts/two-hosts.md 4). Work in the background may act as somebody through <see cref="Override"/>, which follows
/// its asynchronous flow.
/// </summary>
internal sealed class BackOfficeSecurityAccessor(
    IHttpContextAccessor contexts,
    Lazy<IAuthorizationHelper> authorization
) : IBackOfficeSecurityAccessor
{
    private static readonly object ItemKey = new();
    private readonly AsyncLocal<IBackOfficeSecurity?> _override = new();

    public IBackOfficeSecurity? BackOfficeSecurity
    {
        get
        {
            if (_override.Value is { } acting)
            {
                return acting;
            }

            if (contexts.HttpContext is not { } context)
            {
                return null;
            }

            if (context.Items[ItemKey] is not IBackOfficeSecurity security)
            {
                context.Items[ItemKey] = security = new RequestSecurity(context, authorization);
            }

            return security;
        }
    }

    public IDisposable Override(IBackOfficeSecurity backOfficeSecurity)
    {
        var before = _override.Value;
        _override.Value = backOfficeSecurity;
        return new Restore(() => _override.Value = before);
    }

    private sealed class Restore(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }

    private sealed class RequestSecurity(HttpContext context, Lazy<IAuthorizationHelper> authorization)
        : IBackOfficeSecurity
    {
        private IUser? _user;

        public IUser? CurrentUser =>
            _user ??=
                IsAuthenticated() && authorization.Value.TryGetUmbracoUser(context.User, out var user) ? user : null;

        public bool UserHasSectionAccess(string section, IUser user) => user.HasSectionAccess(section);

        public bool IsAuthenticated() => context.User.GetUmbracoIdentity() is { IsAuthenticated: true };
    }
}
