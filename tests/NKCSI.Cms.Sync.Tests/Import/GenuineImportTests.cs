using System.Globalization;
using NKCSI.Cms.Sync.Tests.Support;

namespace NKCSI.Cms.Sync.Tests.Import;

public sealed class GenuineImportTests
{
    private static readonly CultureInfo Bulgarian = CultureInfo.GetCultureInfo("bg-BG");

    [Fact]
    public async Task ImportAsync_GenuineFolder_ImportsEveryItemAndASecondTimeChangesNothing()
    {
        Assert.SkipUnless(GenuineFolder.IsThere, GenuineFolder.WhyNot);
        await using var host = await ImportHost.StartAsync();

        var first = await host.ImportAsync(GenuineFolder.Path);
        TestContext.Current.TestOutputHelper?.WriteLine(first.Describe(Bulgarian));
        Assert.True(first.IsSuccess, first.Describe(Bulgarian));
        Assert.Equal(642, first.Items.Count);
        Assert.Equal(156, first.Count(ImportOutcome.Created, SyncKind.Content));

        var second = await host.ImportAsync(GenuineFolder.Path);
        TestContext.Current.TestOutputHelper?.WriteLine(second.Describe(Bulgarian, everyItem: true));
        Assert.True(second.IsSuccess);
        Assert.Equal(0, second.Changes);
        Assert.Equal(642, second.Count(ImportOutcome.Unchanged));

        // What a handler after the commit gets wrong is only logged.
        Assert.DoesNotContain(host.Host.Log.Entries, entry => entry.StartsWith("Error", StringComparison.Ordinal));
    }
}
