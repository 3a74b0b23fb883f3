using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NKCSI.Cms.DeliveryApi.Json;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace NKCSI.Cms.DeliveryApi.Content;

/// <summary>Items by key and path, several at once, and lists.</summary>
internal static class ContentEndpoints
{
    private const string EncodedSlash = "%2F";
    private const int DefaultTake = 10;
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapContent(this RouteGroupBuilder content)
    {
        content.MapMethods("/", Reading, ListAsync).WithName("GetContent2.0");
        content.MapMethods("/item/{id:guid}", Reading, ByIdAsync).WithName("GetContentItemById2.0");
        content.MapMethods("/item/{*path}", Reading, ByPathAsync).WithName("GetContentItemByPath2.0");
        content.MapMethods("/items", Reading, ByIdsAsync).WithName("GetContentItems2.0");
        content.Map("/{**anything}", () => new Refusal(StatusCodes.Status404NotFound));
    }

    private static async Task<IResult> ByIdAsync(
        Guid id,
        IApiPublishedContentCache contents,
        IApiContentResponseBuilder responses,
        ContentProtection protection
    ) => ToResult(await contents.GetByIdAsync(id), responses, protection);

    private static async Task<IResult> ByPathAsync(
        string? path,
        HttpContext context,
        IApiPublishedContentCache contents,
        IApiContentPathResolver paths,
        IRequestRedirectService redirects,
        IRequestPreviewService preview,
        IApiContentResponseBuilder responses,
        ContentProtection protection
    )
    {
        var asked = path ?? string.Empty;
        if (asked.Contains(EncodedSlash, StringComparison.OrdinalIgnoreCase))
        {
            asked = Uri.UnescapeDataString(asked);
        }

        var found =
            preview.IsPreview() && PreviewKey(asked) is { } key
                ? await contents.GetByIdAsync(key)
                : paths.ResolveContentPath("/" + asked.Trim('/'));
        if (found is not null)
        {
            return ToResult(found, responses, protection);
        }

        if (redirects.GetRedirectRoute(asked) is not { } route)
        {
            return new Refusal(StatusCodes.Status404NotFound);
        }

        context.Response.Headers["Location-Start-Item-Path"] = route.StartItem.Path;
        context.Response.Headers["Location-Start-Item-Id"] = route.StartItem.Id.ToString("D");
        return Results.Redirect(route.Path, permanent: true);
    }

    private static async Task<IResult> ByIdsAsync(
        HttpContext context,
        IApiPublishedContentCache contents,
        IApiContentResponseBuilder responses,
        ContentProtection protection
    )
    {
        var parameters = new QueryParameters(context.Request.Query);
        var asked = parameters.Keys("id").Distinct().ToList();
        if (parameters.Refusal is { } refusal)
        {
            return refusal;
        }

        if (asked.Count == 0)
        {
            return new Refusal(StatusCodes.Status404NotFound);
        }

        var byKey = (await contents.GetByIdsAsync(asked)).ToDictionary(content => content.Key);
        var found = asked.Where(byKey.ContainsKey).Select(key => byKey[key]).ToList();
        return found.Any(protection.IsProtected)
            ? new Refusal(StatusCodes.Status401Unauthorized)
            : DeliveryJson.Of(found.Select(responses.Build).OfType<IApiContentResponse>().ToList());
    }

    private static async Task<IResult> ListAsync(
        HttpContext context,
        IApiContentQueryService queries,
        IApiPublishedContentCache contents,
        IApiContentResponseBuilder responses
    )
    {
        var parameters = new QueryParameters(context.Request.Query);
        var skip = parameters.Number("skip", 0);
        var take = parameters.Number("take", DefaultTake);
        if (parameters.Refusal is { } refusal)
        {
            return refusal;
        }

        var attempt = queries.ExecuteQuery(
            parameters.Text("fetch"),
            parameters.Texts("filter"),
            parameters.Texts("sort"),
            ProtectedAccess.None,
            skip,
            take
        );
        if (!attempt.Success)
        {
            return Problem(attempt.Status);
        }

        var page = attempt.Result!;
        var keys = page.Items.ToList();
        var byKey = (await contents.GetByIdsAsync(keys)).ToDictionary(content => content.Key);
        return DeliveryJson.Of(
            new PagedContent(
                page.Total,
                [
                    .. keys.Where(byKey.ContainsKey)
                        .Select(key => responses.Build(byKey[key]))
                        .OfType<IApiContentResponse>(),
                ]
            )
        );
    }

    private static IResult ToResult(
        IPublishedContent? content,
        IApiContentResponseBuilder responses,
        ContentProtection protection
    )
    {
        if (content is null)
        {
            return new Refusal(StatusCodes.Status404NotFound);
        }

        if (protection.IsProtected(content))
        {
            return new Refusal(StatusCodes.Status401Unauthorized);
        }

        return responses.Build(content) is { } response
            ? DeliveryJson.Of(response)
            : new Refusal(StatusCodes.Status404NotFound);
    }

    private static Guid? PreviewKey(string path)
    {
        const string prefix = "preview-";
        var name = path.Trim('/');
        return
            name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && Guid.TryParse(name[prefix.Length..], out var key)
            ? key
            : null;
    }

    private static IResult Problem(ApiContentQueryOperationStatus status)
    {
        var (option, parameter) = status switch
        {
            ApiContentQueryOperationStatus.FilterOptionNotFound => ("Filter", "filter"),
            ApiContentQueryOperationStatus.SelectorOptionNotFound => ("Selector", "fetch"),
            _ => ("Sort", "sort"),
        };
        return Results.Problem(
            statusCode: StatusCodes.Status400BadRequest,
            title: $"{option} option not found",
            detail: $"One of the attempted '{parameter}' options does not exist",
            type: "Error"
        );
    }

    /// <summary>A page of items and the number of all.</summary>
    private sealed record PagedContent(long Total, IReadOnlyList<IApiContentResponse> Items);
}
