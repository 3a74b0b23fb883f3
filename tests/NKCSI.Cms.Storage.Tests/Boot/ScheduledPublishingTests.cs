using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using NKCSI.Cms.Hosting.Scheduling;
using NKCSI.Testing;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Boot;

public class ScheduledPublishingTests
{
    [Fact]
    public async Task Round_DocumentDueTomorrow_IsPublishedTomorrowAndNotBefore()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await CmsTestHost.StartAsync(new CmsTestHostOptions { Clock = clock });
        await host.GivenTypeAsync();
        var documents = host.Get<IContentService>();
        var document = host.GivenDocument("Събитие");
        var schedule = ContentScheduleCollection.CreateWithEntry(clock.GetUtcNow().UtcDateTime.AddDays(1), null);
        documents.PersistContentSchedule(document, schedule);
        var work = host.Services.GetServices<IHostedService>().OfType<ScheduledPublishing>().Single();

        work.RunOnce();
        var today = documents.GetById(document.Key)!.Published;
        clock.Advance(TimeSpan.FromDays(2));
        work.RunOnce();

        Assert.False(today);
        Assert.True(documents.GetById(document.Key)!.Published);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.StartsWith("Error", StringComparison.Ordinal));
    }
}
