using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Cms.Publishing.Requests;

/// <summary>Cookies of the current request for Core's preview; without a request there are none.</summary>
internal sealed class RequestCookies(IHttpContextAccessor requests) : ICookieManager
{
    public void ExpireCookie(string cookieName)
    {
        if (requests.HttpContext is { } context && context.Request.Cookies.ContainsKey(cookieName))
        {
            // A cookie that a browser would keep to HTTPS is only replaced by one of the same kind.
            context.Response.Cookies.Delete(
                cookieName,
                new CookieOptions { Secure = context.Request.IsHttps, HttpOnly = true }
            );
        }
    }

    public string? GetCookieValue(string cookieName) => requests.HttpContext?.Request.Cookies[cookieName];

    public void SetCookieValue(string cookieName, string value, bool httpOnly, bool secure, string sameSiteMode) =>
        requests.HttpContext?.Response.Cookies.Append(
            cookieName,
            value,
            new CookieOptions
            {
                HttpOnly = httpOnly,
                Secure = secure,
                SameSite = Enum.Parse<SameSiteMode>(sameSiteMode, ignoreCase: true),
            }
        );

    public bool HasCookie(string cookieName) => requests.HttpContext?.Request.Cookies.ContainsKey(cookieName) == true;
}
