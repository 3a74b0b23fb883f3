using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Webhooks;

internal static class WebhooksRegistration
{
    internal static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<IWebhookRepository, WebhookRepository>();
        services.AddSingleton<IWebhookLogRepository, WebhookLogRepository>();
        services.AddSingleton<IWebhookRequestRepository, WebhookRequestRepository>();
        return services;
    }
}
