using System.Globalization;
using NKCSI.Testing;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Recordings;

/// <summary>The same requests must leave the same rows as in a genuine Umbraco 17.5.2.</summary>
public sealed class GenuineRecordingTests
{
    [Theory(Skip = GenuineRecordings.WhyNot, SkipUnless = nameof(AreThere))]
    [InlineData("invariant-lifecycle")]
    [InlineData("variant-lifecycle")]
    [InlineData("mandatory-language")]
    [InlineData("move-and-sort")]
    [InlineData("copies")]
    [InlineData("recycle-bin")]
    [InlineData("schedule")]
    [InlineData("versions")]
    [InlineData("publish-branch")]
    [InlineData("references")]
    [InlineData("urls-and-domains")]
    [InlineData("redirects")]
    [InlineData("blueprints")]
    [InlineData("collection")]
    [InlineData("invariant-refusals")]
    [InlineData("trees-and-items")]
    public async Task Services_RecordedRequests_WriteTheSameRows(string recording)
    {
        // The genuine site logged in English.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        await using var host = await RecordedSite.StartAsync();
        var player = new RecordingPlayer(host);
        var differences = await player.PlayAsync(GenuineRecordings.Read($"documents/{recording}.jsonl"));
        Assert.True(
            differences.Count == 0,
            $"{player.Equal} steps agree; left out: {string.Join("; ", player.LeftOut)}\n"
                + string.Join('\n', differences)
        );
    }

    public static bool AreThere => GenuineRecordings.AreThere;
}
