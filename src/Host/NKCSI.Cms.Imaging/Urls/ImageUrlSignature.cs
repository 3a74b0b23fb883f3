using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Imaging.Commands;
using Umbraco.Cms.Core.Configuration.Models;

namespace NKCSI.Cms.Imaging.Urls;

/// <summary>
/// The signature that keeps strangers from asking for arbitrary sizes, when <c>Umbraco:CMS:Imaging:HMACSecretKey</c> is
/// set (contracts/delivery/images.md 2).
/// </summary>
internal sealed class ImageUrlSignature(IOptionsMonitor<ImagingSettings> settings)
{
    private const string Parameter = "hmac";

    public bool IsOn => settings.CurrentValue.HMACSecretKey.Length > 0;

    /// <summary>The address with its signature; as it is when no key is set or nothing is asked of the picture.</summary>
    public string Sign(string url)
    {
        var question = url.IndexOf('?', StringComparison.Ordinal);
        if (!IsOn || question < 0)
        {
            return url;
        }

        var query = new QueryCollection(QueryHelpers.ParseQuery(url[question..]));
        return Compute(new PathString(Uri.UnescapeDataString(url[..question])), query) is { } hmac
            ? string.Create(CultureInfo.InvariantCulture, $"{url}&{Parameter}={hmac}")
            : url;
    }

    /// <summary>Whether the request may be answered: no key, no command, or the right signature.</summary>
    public bool IsAccepted(HttpRequest request)
    {
        if (!IsOn || Compute(request.PathBase + request.Path, request.Query) is not { } expected)
        {
            return true;
        }

        var given = request.Query[Parameter].ToString();
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(expected),
            Encoding.ASCII.GetBytes(given)
        );
    }

    private string? Compute(PathString path, IQueryCollection query)
    {
        var commands = ImageCommands.ToSign(query).ToList();
        if (commands.Count == 0)
        {
            return null;
        }

        var text = (path.ToUriComponent() + QueryString.Create(commands!).ToUriComponent()).ToLowerInvariant();
        return Convert.ToHexStringLower(
            HMACSHA256.HashData(settings.CurrentValue.HMACSecretKey, Encoding.UTF8.GetBytes(text))
        );
    }
}
