using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Webhooks;

/// <summary>
/// There are no webhooks in this host yet: every question is answered with none, and what is saved is not kept. The
/// storage issue brings the rows (umbracoWebhook and its three tables).
/// </summary>
internal sealed class WebhookRepository : IWebhookRepository
{
    public Task<PagedModel<IWebhook>> GetAllAsync(int skip, int take) => None();

    public Task<IWebhook> CreateAsync(IWebhook webhook) => Task.FromResult(webhook);

    public Task<IWebhook?> GetAsync(Guid key) => Task.FromResult<IWebhook?>(null);

    public Task<PagedModel<IWebhook>> GetByIdsAsync(IEnumerable<Guid> keys) => None();

    /// <summary>Runs on every publish.</summary>
    public Task<PagedModel<IWebhook>> GetByAliasAsync(string alias) => None();

    public Task DeleteAsync(IWebhook webhook) => Task.CompletedTask;

    public Task UpdateAsync(IWebhook webhook) => Task.CompletedTask;

    private static Task<PagedModel<IWebhook>> None() => Task.FromResult(new PagedModel<IWebhook>(0, []));
}
