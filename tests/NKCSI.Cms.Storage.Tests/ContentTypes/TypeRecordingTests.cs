using NKCSI.Testing;
using NKCSI.Testing.Recordings;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.ContentTypes;

/// <summary>The same requests on types, folders, dictionary and templates must leave the same rows as in a genuine Umbraco 17.5.2.</summary>
public sealed class TypeRecordingTests
{
    [Theory(Skip = GenuineRecordings.WhyNot, SkipUnless = nameof(AreThere))]
    [InlineData("document-type-update")]
    [InlineData("document-type-change-with-content")]
    [InlineData("document-type-create-and-read")]
    [InlineData("document-type-delete-with-content")]
    [InlineData("document-type-folders-and-tree")]
    [InlineData("data-type-folders-and-tree")]
    [InlineData("dictionary")]
    [InlineData("template")]
    public async Task Services_RecordedRequests_WriteTheSameRows(string recording)
    {
        await using var host = await RecordedSite.StartAsync();
        var player = new RecordingPlayer(host, new SettingsTreeRequests(host).HandleAsync);
        var differences = await player.PlayAsync(GenuineRecordings.Read($"settings/{recording}.jsonl"));
        Assert.True(
            differences.Count == 0,
            $"{player.Equal} steps agree; left out: {string.Join("; ", player.LeftOut)}\n"
                + string.Join('\n', differences)
        );
    }

    public static bool AreThere => GenuineRecordings.AreThere;
}
