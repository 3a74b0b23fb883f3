using System.Globalization;
using NKCSI.Cms.Sync.Tests.Support;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Tests.Import;

public sealed class OwnModelTests
{
    private static readonly CultureInfo Bulgarian = CultureInfo.GetCultureInfo("bg-BG");

    [Fact]
    public async Task ImportAsync_OwnFolder_ImportsWithoutAWarningAndASecondTimeChangesNothing()
    {
        await using var host = await ImportHost.StartAsync();

        var first = await host.ImportAsync(OwnFolder.Path);
        TestContext.Current.TestOutputHelper?.WriteLine(first.Describe(Bulgarian));
        Assert.True(first.IsSuccess, first.Describe(Bulgarian));
        Assert.Empty(first.Notes);
        Assert.Empty(first.Items.SelectMany(item => item.Messages));

        var second = await host.ImportAsync(OwnFolder.Path);
        Assert.True(second.IsSuccess);
        Assert.True(second.Changes == 0, second.Describe(Bulgarian, everyItem: true));

        Assert.Equal("bg-BG", await host.Get<ILanguageService>().GetDefaultIsoCodeAsync());

        // What a handler after the commit gets wrong is only logged.
        Assert.DoesNotContain(host.Host.Log.Entries, entry => entry.StartsWith("Error", StringComparison.Ordinal));
    }
}
