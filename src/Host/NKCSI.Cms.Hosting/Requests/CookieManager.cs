using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Hosting.Requests;

/// <summary>Cookies of the current request and its answer. Outside a request there are none.</summary>
internal sealed class CookieManager(IHttpContextAccessor contexts) : ICookieManager
{
    public void ExpireCookie(string cookieName)
    {
        if (contexts.HttpContext is { } context && HasCookie(cookieName))
        {
            context.Response.Cookies.Delete(cookieName);
        }
    }

    public string? GetCookieValue(string cookieName) => contexts.HttpContext?.Request.Cookies[cookieName];

    public void SetCookieValue(string cookieName, string value, bool httpOnly, bool secure, string sameSiteMode) =>
        contexts.HttpContext?.Response.Cookies.Append(
            cookieName,
            value,
            new CookieOptions
            {
                HttpOnly = httpOnly,
                Secure = secure,
                SameSite = Enum.TryParse<SameSiteMode>(sameSiteMode, ignoreCase: true, out var mode)
                    ? mode
                    : SameSiteMode.Unspecified,
            }
        );

    public bool HasCookie(string cookieName) => GetCookieValue(cookieName) is not null;
}
