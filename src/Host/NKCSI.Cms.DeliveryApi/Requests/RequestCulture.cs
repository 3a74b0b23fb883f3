using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.DeliveryApi;

namespace NKCSI.Cms.DeliveryApi.Requests;

/// <summary>
/// The culture of <c>Accept-Language</c> when it is one code; the lists that browsers send and <c>*</c> are ignored
/// (contracts/delivery/delivery-api.md 3).
/// </summary>
internal sealed partial class RequestCulture(IHttpContextAccessor http) : IRequestCultureService
{
    public string? GetRequestedCulture() =>
        http.HttpContext?.Request.Headers.AcceptLanguage.ToString() is { Length: > 0 } culture
        && OneCode().IsMatch(culture)
            ? culture
            : null;

    [GeneratedRegex(@"^[\w-]*$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex OneCode();
}
