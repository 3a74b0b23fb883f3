using System.Text.RegularExpressions;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.PublishedCache;

namespace NKCSI.Cms.Publishing.Html;

/// <summary>Where a link or picture by key leads for the Delivery API (contracts/delivery/delivery-api.md 6.3).</summary>
internal sealed partial class RichTextLinks(
    IPublishedContentCache contents,
    IPublishedMediaCache media,
    IApiContentRouteBuilder routes,
    IApiMediaUrlProvider mediaUrls
)
{
    /// <summary>What a link by key leads to; only one of route and url is there.</summary>
    /// <param name="Key">Key of the document or media item.</param>
    /// <param name="ContentType">Alias of its type.</param>
    /// <param name="Route">Route of a document, with query and anchor of the link.</param>
    /// <param name="Url">Address of a media item, with query and anchor of the link.</param>
    public sealed record Destination(Guid Key, string ContentType, IApiContentRoute? Route, string? Url)
    {
        public LinkType LinkType => Route is null ? LinkType.Media : LinkType.Content;
    }

    /// <summary>Whether the address is a link by key at all.</summary>
    public static bool IsByKey(string? href) => href is not null && LocalLink().IsMatch(href);

    /// <summary>Follows a link by key.</summary>
    /// <param name="href">Address of the link, as it is written.</param>
    /// <param name="type"><c>document</c> or <c>media</c>; links of former versions say it in the address.</param>
    /// <returns>The destination; <see langword="null"/> when it is not published, gone, or of unknown kind.</returns>
    public Destination? Follow(string href, string? type)
    {
        var match = LocalLink().Match(href);
        if (!match.Success)
        {
            return null;
        }

        var (kind, key) = UdiParser.TryParse(match.Groups["target"].Value, out GuidUdi? udi)
            ? (udi.EntityType, udi.Guid)
            : (type, Guid.TryParse(match.Groups["target"].Value, out var plain) ? plain : Guid.Empty);
        var rest = match.Groups["rest"].Value;
        switch (kind)
        {
            case Constants.UdiEntityType.Document
                when contents.GetById(key) is { } document && routes.Build(document) is { } route:
                route.QueryString = rest.Length > 0 ? rest : null;
                return new Destination(document.Key, document.ContentType.Alias, route, null);
            case Constants.UdiEntityType.Media when media.GetById(key) is { } item:
                return new Destination(item.Key, item.ContentType.Alias, null, mediaUrls.GetUrl(item) + rest);
            default:
                return null;
        }
    }

    /// <summary>The address of a picture's file; <see langword="null"/> when the media item is gone.</summary>
    public string? Picture(string udi) =>
        UdiParser.TryParse(udi, out GuidUdi? parsed) && media.GetById(parsed.Guid) is { } item
            ? mediaUrls.GetUrl(item)
            : null;

    [GeneratedRegex(
        @"^/?\{localLink:(?<target>[^}]+)\}(?<rest>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LocalLink();
}
