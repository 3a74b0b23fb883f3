using System.Net;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Hosting.Security;

/// <summary>Matches an address with a list entry: one address, or a network such as <c>10.1.0.0/16</c>.</summary>
internal sealed class AllowedAddresses : IIpAddressUtilities
{
    public bool IsAllowListed(IPAddress clientIpAddress, string allowedIpString)
    {
        var client = clientIpAddress.IsIPv4MappedToIPv6 ? clientIpAddress.MapToIPv4() : clientIpAddress;
        if (IPNetwork.TryParse(allowedIpString, out var network))
        {
            return network.Contains(client);
        }

        return IPAddress.TryParse(allowedIpString, out var address)
            && (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).Equals(client);
    }
}
