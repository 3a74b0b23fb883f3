using System.Globalization;
using NKCSI.Cms.Sync.Tests.Support;
using NKCSI.Testing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Tests.Import;

public sealed class FailureTests : IAsyncLifetime
{
    private readonly TemporarySyncFolder folder = SmallSite.WriteTo(new TemporarySyncFolder());
    private ImportHost host = null!;

    public async ValueTask InitializeAsync() => host = await ImportHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task ImportAsync_TypeWithUnknownDataType_IsLeftOutWholeWithWhatStandsOnIt()
    {
        folder.Change(
            "ContentTypes/a-page.config",
            $"<Definition>{SmallSite.Text}</Definition>",
            $"<Definition>{Guid.Empty}</Definition>"
        );
        folder.Change("ContentTypes/a-page.config", "<Type>Umbraco.TextBox</Type>", "<Type>Nobody.HasThis</Type>");

        var report = await host.ImportAsync(folder.Root);

        Assert.False(report.IsSuccess);
        Assert.True(report.IsCommitted);
        Assert.Equal(
            [
                "Content/a-news.config Info/ContentType TypeUnknown",
                "Content/home.config Info/ContentType TypeUnknown",
                "ContentTypes/a-page.config GenericProperties/author/Definition DataTypeUnknown",
                "Domains/culture.config Info/Root RootUnknown",
                "Domains/en.config Info/Root RootUnknown",
                "Domains/root.config Info/Root RootUnknown",
            ],
            Failures(report)
        );
        Assert.Null(host.Get<IContentTypeService>().Get(SmallSite.Page));
        Assert.NotNull(host.Get<IContentTypeService>().Get(SmallSite.Summary));
        Assert.NotNull(host.Get<IMediaService>().GetById(SmallSite.Picture));
    }

    [Fact]
    public async Task ImportAsync_BadFileRepaired_IsImportedByTheNextImport()
    {
        folder.Change("Content/a-news.config", "<SortOrder>3</SortOrder>", "<SortOrder>трето</SortOrder>");
        Assert.Equal(
            ["Content/a-news.config Info/SortOrder NotANumber"],
            Failures(await host.ImportAsync(folder.Root))
        );

        folder.Change("Content/a-news.config", "<SortOrder>трето</SortOrder>", "<SortOrder>3</SortOrder>");
        var second = await host.ImportAsync(folder.Root);

        Assert.True(second.IsSuccess);
        Assert.Equal(
            "Content/a-news.config",
            Assert.Single(second.Items, item => item.Outcome == ImportOutcome.Created).File
        );
    }

    [Fact]
    public async Task ImportAsync_StrictWithABadFile_TakesEverythingBack()
    {
        folder.Write("Dictionary/broken.config", "<Dictionary");

        var report = await host.ImportAsync(folder.Root, request => request with { Strict = true });

        Assert.False(report.IsCommitted);
        Assert.False(report.IsSuccess);
        await AssertUntouchedAsync();
    }

    [Fact]
    public async Task ImportAsync_DryRun_ReportsAndChangesNothing()
    {
        var report = await host.ImportAsync(folder.Root, request => request with { DryRun = true });

        Assert.True(report.IsSuccess);
        Assert.Equal(13, report.Changes);
        await AssertUntouchedAsync();
        Assert.Null(host.Get<IContentImport>().LastFinished());
    }

    [Theory]
    [InlineData(SyncKind.ContentType)]
    [InlineData(SyncKind.Content)]
    [InlineData(SyncKind.Domain)]
    public async Task ImportAsync_BrokenOffInTheMiddle_LeavesTheDatabaseAsItWasAndCanBeRepeated(SyncKind kind)
    {
        using var cancelling = new CancellationTokenSource();
        var progress = new Reporting(step =>
        {
            if (step.Kind == kind && step.Done > 0)
            {
                cancelling.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            host.Get<IContentImport>()
                .ImportAsync(new ImportRequest { Folders = [folder.Root] }, progress, cancelling.Token)
        );

        await AssertUntouchedAsync();
        var second = await host.ImportAsync(folder.Root);
        Assert.True(second.IsSuccess, second.Describe(CultureInfo.InvariantCulture));
        Assert.Equal(0, (await host.ImportAsync(folder.Root)).Changes);
    }

    [Fact]
    public async Task ImportAsync_SettingsOnly_BringsNoContent()
    {
        var report = await host.ImportAsync(folder.Root, request => request with { Groups = SyncGroups.Settings });

        Assert.True(report.IsSuccess);
        Assert.NotNull(host.Get<IContentTypeService>().Get(SmallSite.Page));
        Assert.Null(host.Get<IContentService>().GetById(SmallSite.Home));
    }

    private async Task AssertUntouchedAsync()
    {
        Assert.Equal("en-US", await host.Get<ILanguageService>().GetDefaultIsoCodeAsync());
        Assert.Null(await host.Get<IDictionaryItemService>().GetAsync("Menu"));
        Assert.Null(await host.Get<IDataTypeService>().GetAsync(SmallSite.Text));
        Assert.Null(host.Get<IContentTypeService>().Get(SmallSite.Summary));
        Assert.Null(host.Get<IContentService>().GetById(SmallSite.Home));
        Assert.Null(host.Get<IMediaService>().GetById(SmallSite.Picture));
    }

    private static IEnumerable<string> Failures(ImportReport report) =>
        report
            .Items.Where(item => item.Outcome == ImportOutcome.Failed)
            .Select(item =>
                $"{item.File} {item.Messages.Single(message => message.IsError).Element} {item.Messages.Single(message => message.IsError).Code}"
            )
            .Order(StringComparer.Ordinal);

    private sealed class Reporting(Action<ImportProgress> act) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => act(value);
    }
}

public sealed class RefusalTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ImportAsync_ServiceRefusesAType_IsRepeatedWithoutItAndTheRestComesIn(bool throws)
    {
        Refusing.Throws = throws;
        using var folder = SmallSite.WriteTo(new TemporarySyncFolder());
        await using var host = new ImportHost(
            await CmsTestHost.StartAsync(
                new CmsTestHostOptions
                {
                    Compose = builder =>
                        builder.AddCmsSync().AddNotificationHandler<ContentTypeSavingNotification, Refusing>(),
                }
            )
        );

        var report = await host.ImportAsync(folder.Root);

        Assert.True(report.IsCommitted, report.Describe(CultureInfo.InvariantCulture));
        var type = report.Items.Single(item => item.File == "ContentTypes/a-page.config");
        Assert.Equal(ImportOutcome.Failed, type.Outcome);
        Assert.Equal(throws ? "Exception" : "Refused", Assert.Single(type.Messages).Code);
        Assert.Equal(6, report.Failures);
        Assert.Null(host.Get<IContentTypeService>().Get(SmallSite.Page));
        Assert.NotNull(host.Get<IContentTypeService>().Get(SmallSite.Summary));
        Assert.NotNull(host.Get<IMediaService>().GetById(SmallSite.Picture));
    }

    private sealed class Refusing : INotificationHandler<ContentTypeSavingNotification>
    {
        public static bool Throws { get; set; }

        public void Handle(ContentTypeSavingNotification notification)
        {
            if (notification.SavedEntities.All(type => type.Alias != "page"))
            {
                return;
            }
            if (Throws)
            {
                throw new InvalidOperationException("Не днес.");
            }
            notification.Cancel = true;
        }
    }
}
