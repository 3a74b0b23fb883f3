using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace NKCSI.Cms.DeliveryApi.Access;

/// <summary>
/// Whether the API may answer: switched on, and public or asked with the key. An empty configured key never grants
/// anything; keys are compared in constant time.
/// </summary>
internal sealed class ApiAccess(IHttpContextAccessor http, IOptionsMonitor<DeliveryApiSettings> settings)
    : IApiAccessService
{
    private const string KeyHeader = "Api-Key";

    private DeliveryApiSettings Settings => settings.CurrentValue;

    public bool HasPublicAccess() => Settings.Enabled && (Settings.PublicAccess || HasKey());

    public bool HasPreviewAccess() => Settings.Enabled && HasKey();

    public bool HasMediaAccess() =>
        Settings.Enabled
        && Settings.Media.Enabled
        && ((Settings.PublicAccess && Settings.Media.PublicAccess) || HasKey());

    private bool HasKey() =>
        Settings.ApiKey is { Length: > 0 } key
        && http.HttpContext?.Request.Headers[KeyHeader].ToString() is { Length: > 0 } given
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(given));
}
