using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
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
        [FromQuery(Name = "id")] Guid[]? id,
        IApiPublishedContentCache contents,
        IApiContentResponseBuilder responses,
        ContentProtection protection
    )
    {
        if (id is not { Length: > 0 })
        {
            return new Refusal(StatusCodes.Status404NotFound);
        }

        var asked = id.Distinct().ToList();
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
        IApiContentResponseBuilder responses,
        [FromQuery] string[]? filter = null,
        [FromQuery] string[]? sort = null
    )
    {
        var query = context.Request.Query;
        if (!TryNumber(query, "skip", 0, out var skip))
        {
            return NotANumber(query, "skip");
        }

        if (!TryNumber(query, "take", DefaultTake, out var take))
        {
            return NotANumber(query, "take");
        }

        var attempt = queries.ExecuteQuery(
            query["fetch"].FirstOrDefault(),
            (filter ?? []).Where(text => !string.IsNullOrWhiteSpace(text)),
            (sort ?? []).Where(text => !string.IsNullOrWhiteSpace(text)),
            ProtectedAccess.None,
            Math.Max(skip, 0),
            Math.Max(take, 0)
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
                [.. keys.Where(byKey.ContainsKey).Select(key => responses.Build(byKey[key])).OfType<IApiContentResponse>()]
            )
        );
    }

    /// <summary>A parameter that is there several times counts once: the first.</summary>
    private static bool TryNumber(IQueryCollection query, string name, int otherwise, out int number)
    {
        number = otherwise;
        return query[name] is not [var first, ..]
            || int.TryParse(first, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);
    }

    private static IResult NotANumber(IQueryCollection query, string name) =>
        Results.ValidationProblem(
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [$"The value '{query[name][0]}' is not valid."] }
        );

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

        return responses.Build(content) is { } response ? DeliveryJson.Of(response) : new Refusal(StatusCodes.Status404NotFound);
    }

    private static Guid? PreviewKey(string path)
    {
        const string prefix = "preview-";
        var name = path.Trim('/');
        return name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && Guid.TryParse(name[prefix.Length..], out var key)
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
