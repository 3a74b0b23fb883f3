using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Webhooks;

/// <summary>
/// Without webhooks nothing is called and nothing logged. The storage issue brings the rows (umbracoWebhookLog).
/// </summary>
internal sealed class WebhookLogRepository : IWebhookLogRepository
{
    public Task CreateAsync(WebhookLog log) => Task.CompletedTask;

    public Task<PagedModel<WebhookLog>> GetPagedAsync(int skip, int take) => None();

    public Task<PagedModel<WebhookLog>> GetPagedAsync(Guid webhookKey, int skip, int take) => None();

    public Task<IEnumerable<WebhookLog>> GetOlderThanDate(DateTime date) =>
        Task.FromResult<IEnumerable<WebhookLog>>([]);

    public Task DeleteByIds(int[] ids) => Task.CompletedTask;

    private static Task<PagedModel<WebhookLog>> None() => Task.FromResult(new PagedModel<WebhookLog>(0, []));
}
