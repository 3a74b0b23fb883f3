using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Site.Routing;

/// <summary>
/// Decides, before Umbraco's own policy does, whether a request is for a page of ours (contracts/two-hosts.md 3). What
/// is not stays exactly as the host would have answered it.
/// </summary>
internal sealed class PageMatcherPolicy(
    PageMap pages,
    IRuntimeState runtime,
    UmbracoRequestPaths paths,
    IUmbracoContextFactory contexts,
    IPublishedRouter router,
    IPublicAccessService publicAccess
) : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>The route that stands for every page of the site.</summary>
    public const string Pattern = "{**nkcsiPath}";

    /// <summary>Umbraco's policy is at <c>int.MinValue + 10</c> and would switch its own route off for ours.</summary>
    public override int Order => int.MinValue + 5;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsOwn);

    public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        ArgumentNullException.ThrowIfNull(candidates);
        var own = IndexOfOwn(candidates);
        if (own < 0 || !candidates.IsValidCandidate(own))
        {
            return;
        }

        if (!IsForThePublic(httpContext) || HasFixedRoute(httpContext, candidates, own))
        {
            candidates.SetValidity(own, false);
            return;
        }

        var request = await RouteAsync(httpContext);
        if (request.RedirectUrl is { Length: > 0 } address)
        {
            var status = request.ResponseStatusCode ?? StatusCodes.Status302Found;
            candidates.ReplaceEndpoint(own, RedirectTo(address, status), candidates[own].Values);
            OnlyOwn(candidates, own);
            return;
        }

        if (Decide(request) is not { } decision)
        {
            candidates.SetValidity(own, false);
            return;
        }

        httpContext.Features.Set(decision);
        OnlyOwn(candidates, own);
    }

    private static bool IsOwn(Endpoint endpoint) =>
        endpoint is RouteEndpoint route && route.RoutePattern.RawText == Pattern;

    private static int IndexOfOwn(CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (IsOwn(candidates[i].Endpoint))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsForThePublic(HttpContext context)
    {
        var method = context.Request.Method;
        var path = context.Request.Path.Value ?? "/";
        return runtime.Level == RuntimeLevel.Run
            && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
            && !paths.IsBackOfficeRequest(path)
            && !Path.HasExtension(path);
    }

    private static bool HasFixedRoute(HttpContext context, CandidateSet candidates, int own)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (
                i != own
                && candidates.IsValidCandidate(i)
                && candidates[i].Endpoint is var endpoint
                && endpoint.Metadata.GetMetadata<IDynamicEndpointMetadata>()?.IsDynamic != true
                && (
                    endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods
                    || methods.HttpMethods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private async Task<IPublishedRequest> RouteAsync(HttpContext httpContext)
    {
        var reference = contexts.EnsureUmbracoContext();
        httpContext.Response.RegisterForDispose(reference);
        var context = reference.UmbracoContext;
        var builder = await router.CreateRequestAsync(context.CleanedUmbracoUrl);
        var request = await router.RouteRequestAsync(
            builder,
            new RouteRequestOptions(Umbraco.Cms.Core.Routing.RouteDirection.Inbound)
        );
        context.PublishedRequest = request;
        return request;
    }

    /// <summary>Null when the answer is Umbraco's business: a template, a protected page, a type without a page of ours.</summary>
    private PageDecision? Decide(IPublishedRequest request)
    {
        if (request.PublishedContent is not { } content)
        {
            return new PageDecision(SitePages.NotFound, null, request.Culture);
        }

        if (publicAccess.IsProtected(content.Path).Success)
        {
            return null;
        }

        if (pages.For(content.ContentType.Alias) is { } page)
        {
            return request.Template is null ? new PageDecision(page, content, request.Culture) : null;
        }

        return request.Template is null ? new PageDecision(SitePages.NotFound, null, request.Culture) : null;
    }

    private static Endpoint RedirectTo(string address, int status) =>
        new(
            context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = address;
                return Task.CompletedTask;
            },
            EndpointMetadataCollection.Empty,
            "Redirect of a moved document"
        );

    private static void OnlyOwn(CandidateSet candidates, int own)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (i != own)
            {
                candidates.SetValidity(i, false);
            }
        }
    }
}
