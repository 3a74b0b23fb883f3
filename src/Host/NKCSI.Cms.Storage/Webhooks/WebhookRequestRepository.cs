using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Webhooks;

/// <summary>
/// Without webhooks no call waits to be made. The storage issue brings the rows (umbracoWebhookRequest).
/// </summary>
internal sealed class WebhookRequestRepository : IWebhookRequestRepository
{
    public Task<WebhookRequest> CreateAsync(WebhookRequest webhookRequest) => Task.FromResult(webhookRequest);

    public Task DeleteAsync(WebhookRequest webhookRequest) => Task.CompletedTask;

    public Task<IEnumerable<WebhookRequest>> GetAllAsync() => Task.FromResult<IEnumerable<WebhookRequest>>([]);

    public Task<WebhookRequest> UpdateAsync(WebhookRequest webhookRequest) => Task.FromResult(webhookRequest);
}
