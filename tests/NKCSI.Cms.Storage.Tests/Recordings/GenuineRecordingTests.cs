using System.Globalization;
using NKCSI.Testing;
using NKCSI.Testing.Recordings;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Recordings;

/// <summary>The same requests must leave the same rows as in a genuine Umbraco 17.5.2.</summary>
public sealed class GenuineRecordingTests
{
    [Theory(Skip = GenuineRecordings.WhyNot, SkipUnless = nameof(AreThere))]
    [InlineData("documents/invariant-lifecycle")]
    [InlineData("documents/variant-lifecycle")]
    [InlineData("documents/mandatory-language")]
    [InlineData("documents/move-and-sort")]
    [InlineData("documents/copies")]
    [InlineData("documents/recycle-bin")]
    [InlineData("documents/schedule")]
    [InlineData("documents/versions")]
    [InlineData("documents/publish-branch")]
    [InlineData("documents/references")]
    [InlineData("documents/urls-and-domains")]
    [InlineData("documents/redirects")]
    [InlineData("documents/blueprints")]
    [InlineData("documents/collection")]
    [InlineData("documents/invariant-refusals")]
    [InlineData("documents/trees-and-items")]
    [InlineData("documents/editors-blocks")]
    [InlineData("documents/editors-seeded")]
    [InlineData("settings/relations-and-tags")]
    [InlineData("access/media_bin")]
    [InlineData("access/media_lists")]
    public async Task Services_RecordedRequests_WriteTheSameRows(string recording)
    {
        // The genuine site logged in English.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        await using var host = await RecordedSite.StartAsync();
        var player = new RecordingPlayer(host);
        var differences = await player.PlayAsync(GenuineRecordings.Read($"{recording}.jsonl"));
        Assert.True(
            differences.Count == 0,
            $"{player.Equal} steps agree; left out: {string.Join("; ", player.LeftOut)}\n"
                + string.Join('\n', differences)
        );
    }

    public static bool AreThere => GenuineRecordings.AreThere;
}
