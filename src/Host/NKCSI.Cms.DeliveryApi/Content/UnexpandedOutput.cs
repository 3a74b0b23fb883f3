using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.DeliveryApi.Content;

/// <summary>
/// What of a document goes out when nothing is expanded: all its properties, the properties of blocks, and of documents
/// and media that it refers to everything but their properties (contracts/delivery/delivery-api.md 2.5).
/// </summary>
internal sealed class UnexpandedOutput(IApiPropertyRenderer renderer) : IOutputExpansionStrategy
{
    private const string UmbracoPrefix = "umbraco";
    private int _depth;

    public IDictionary<string, object?> MapElementProperties(IPublishedElement element) => Map(element.Properties);

    public IDictionary<string, object?> MapContentProperties(IPublishedContent content) =>
        _depth == 0 ? Map(content.Properties) : Nothing();

    public IDictionary<string, object?> MapMediaProperties(
        IPublishedContent media,
        bool skipUmbracoProperties = true
    ) =>
        _depth == 0
            ? Map(
                media.Properties.Where(property =>
                    !skipUmbracoProperties
                    || !property.Alias.StartsWith(UmbracoPrefix, StringComparison.OrdinalIgnoreCase)
                )
            )
            : Nothing();

    private static Dictionary<string, object?> Nothing() => new(StringComparer.Ordinal);

    private Dictionary<string, object?> Map(IEnumerable<IPublishedProperty> properties)
    {
        _depth++;
        try
        {
            var mapped = Nothing();
            foreach (var property in properties)
            {
                mapped[property.Alias] = renderer.GetPropertyValue(property, expanding: false);
            }

            return mapped;
        }
        finally
        {
            _depth--;
        }
    }
}

/// <summary>One strategy per request, since it counts how deep in the document it is.</summary>
internal sealed class RequestOutput(IHttpContextAccessor http) : IOutputExpansionStrategyAccessor
{
    public bool TryGetValue(out IOutputExpansionStrategy outputExpansionStrategy)
    {
        outputExpansionStrategy = http.HttpContext?.RequestServices.GetService<UnexpandedOutput>()!;
        return outputExpansionStrategy is not null;
    }
}
