using NKCSI.Cms.Hosting.Environment;
using NKCSI.Testing;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Hosting;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Boot;

public class StartTests
{
    [Fact]
    public async Task Start_FreshFolder_RunsAndWritesNothingOutsideIt()
    {
        await using var host = await CmsTestHost.StartAsync(new CmsTestHostOptions { Publishing = true });
        var environment = host.Get<IHostingEnvironment>();

        Assert.Equal(RuntimeLevel.Run, host.Get<IRuntimeState>().Level);
        Assert.True(File.Exists(Path.Combine(host.Folder, "Umbraco.sqlite.db")));
        Assert.True(Directory.Exists(Path.Combine(host.Folder, "media")));
        Assert.True(Directory.Exists(Path.Combine(host.Folder, "Views", "Partials")));
        Assert.StartsWith(host.Folder, environment.LocalTempPath, StringComparison.Ordinal);
#pragma warning disable CS0618 // Core itself still asks the obsolete members.
        Assert.Equal(Path.Combine(host.Folder, "TEMP"), environment.MapPathContentRoot("~/umbraco/Data/TEMP"));
        Assert.Equal(Path.Combine(host.Folder, "wwwroot", "css"), environment.MapPathWebRoot("~/css"));
        Assert.Throws<UnauthorizedAccessException>(() => environment.MapPathContentRoot("~/../outside"));
#pragma warning restore CS0618
        Assert.Equal(
            Path.Combine(host.Folder, "media", "a", "b.txt"),
            host.Get<MediaFileManager>().FileSystem.GetFullPath("a/b.txt")
        );
        Assert.Equal("/media/a/b.txt", host.Get<MediaFileManager>().FileSystem.GetUrl("a/b.txt"));
    }

    [Fact]
    public async Task Start_Handlers_RunInTheOrderOfTheBoot()
    {
        Sequence.Seen.Clear();
        await using var host = await CmsTestHost.StartAsync(
            new CmsTestHostOptions
            {
                Compose = builder =>
                    builder
                        .AddNotificationHandler<UmbracoApplicationStartingNotification, Sequence>()
                        .AddNotificationHandler<PostRuntimePremigrationsUpgradeNotification, Sequence>(),
            }
        );

        Assert.Equal(
            [nameof(PostRuntimePremigrationsUpgradeNotification), nameof(UmbracoApplicationStartingNotification)],
            Sequence.Seen
        );
    }

    [Fact]
    public async Task Settings_MadeUpByTheSite_AreKeptInTheDataFolder()
    {
        await using var host = await CmsTestHost.StartAsync();

        await host.Get<IConfigManipulator>().SetGlobalIdAsync("0b6a7a1e-5d0f-4a5e-9b0e-9d2f3c4b5a69");

        var written = await File.ReadAllTextAsync(Path.Combine(host.Folder, DataFolderSettings.FileName));
        Assert.Contains("0b6a7a1e-5d0f-4a5e-9b0e-9d2f3c4b5a69", written, StringComparison.Ordinal);
    }

    private sealed class Sequence
        : INotificationHandler<UmbracoApplicationStartingNotification>,
            INotificationHandler<PostRuntimePremigrationsUpgradeNotification>
    {
        public static List<string> Seen { get; } = [];

        public void Handle(UmbracoApplicationStartingNotification notification) =>
            Seen.Add(nameof(UmbracoApplicationStartingNotification));

        public void Handle(PostRuntimePremigrationsUpgradeNotification notification) =>
            Seen.Add(nameof(PostRuntimePremigrationsUpgradeNotification));
    }
}
