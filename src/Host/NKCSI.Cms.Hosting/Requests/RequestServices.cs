using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.DependencyInjection;

namespace NKCSI.Cms.Hosting.Requests;

/// <summary>Services with the lifetime of the current request.</summary>
internal sealed class RequestServices(IHttpContextAccessor contexts) : IScopedServiceProvider
{
    public IServiceProvider? ServiceProvider => contexts.HttpContext?.RequestServices;
}
