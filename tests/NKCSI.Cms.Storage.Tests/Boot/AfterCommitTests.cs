using Microsoft.Extensions.DependencyInjection;
using NKCSI.Testing;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Boot;

public class AfterCommitTests
{
    [Fact]
    public async Task Create_HandlerAfterTheCommitThrows_SucceedsAndRunsTheNextHandler()
    {
        await using var host = await StartAsync(builder =>
            builder
                .AddNotificationHandler<LanguageSavedNotification, Failing>()
                .AddNotificationAsyncHandler<LanguageSavedNotification, Counting>()
        );

        var created = await host.Get<ILanguageService>()
            .CreateAsync(new Language("bg-BG", "Bulgarian"), Constants.Security.SuperUserKey);

        Assert.True(created.Success);
        Assert.Equal(1, host.Get<Calls>().Count);
        Assert.Contains(host.Log.Entries, entry => entry.Contains(nameof(Failing), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Create_HandlerBeforeTheCommitThrows_FailsAndKeepsNothing()
    {
        await using var host = await StartAsync(builder =>
            builder.AddNotificationHandler<LanguageSavingNotification, Failing>()
        );
        var languages = host.Get<ILanguageService>();

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() =>
            languages.CreateAsync(new Language("bg-BG", "Bulgarian"), Constants.Security.SuperUserKey)
        );

        Assert.Null(await languages.GetAsync("bg-BG"));
    }

    private static Task<CmsTestHost> StartAsync(Func<IUmbracoBuilder, IUmbracoBuilder> compose) =>
        CmsTestHost.StartAsync(
            new CmsTestHostOptions
            {
                Compose = builder =>
                {
                    builder.Services.AddSingleton<Calls>();
                    compose(builder);
                },
            }
        );

    private sealed class Calls
    {
        public int Count { get; set; }
    }

    private sealed class Failing
        : INotificationHandler<LanguageSavedNotification>,
            INotificationHandler<LanguageSavingNotification>
    {
        public void Handle(LanguageSavedNotification notification) => throw new InvalidOperationException("after");

        public void Handle(LanguageSavingNotification notification) => throw new InvalidOperationException("before");
    }

    private sealed class Counting(Calls calls) : INotificationAsyncHandler<LanguageSavedNotification>
    {
        public Task HandleAsync(LanguageSavedNotification notification, CancellationToken cancellationToken)
        {
            calls.Count++;
            return Task.CompletedTask;
        }
    }
}
