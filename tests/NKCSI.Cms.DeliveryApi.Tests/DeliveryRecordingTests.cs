using System.Globalization;
using Microsoft.AspNetCore.Builder;
using NKCSI.Cms.DeliveryApi;
using NKCSI.Cms.Publishing;
using NKCSI.Search.Lucene;
using NKCSI.Testing;
using NKCSI.Testing.Recordings;
using Xunit;

namespace NKCSI.Cms.DeliveryApi.Tests;

/// <summary>
/// What a genuine 17.5.2 answered, asked of ours over HTTP. Expansion, field lists, previews and media come with their
/// own issue and are left out step by step.
/// </summary>
public sealed class DeliveryRecordingTests
{
    [Theory(SkipUnless = nameof(AreThere), Skip = GenuineRecordings.WhyNot)]
    [InlineData("item-by-id")]
    [InlineData("item-by-path")]
    [InlineData("cultures")]
    [InlineData("domains-and-start-items")]
    [InlineData("query-fetch")]
    [InlineData("query-filter-and-sort")]
    [InlineData("query-paging")]
    [InlineData("redirects")]
    [InlineData("rich-text")]
    [InlineData("blocks")]
    [InlineData("pickers")]
    [InlineData("values-of-editors")]
    [InlineData("disallowed-types", "Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0", "secret")]
    [InlineData("rich-text-json", "Umbraco:CMS:DeliveryApi:RichTextOutputAsJson", "true")]
    public async Task Get_RecordedRequests_AnswerAsRecorded(
        string recording,
        string? setting = null,
        string? value = null
    )
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        var configuration = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Umbraco:CMS:DeliveryApi:Enabled"] = "true",
        };
        if (setting is not null)
        {
            configuration[setting] = value;
        }

        await using var host = await CmsTestHost.StartAsync(
            new CmsTestHostOptions
            {
                Configuration = configuration,
                Assemblies = [typeof(DeliveryApiModule).Assembly, typeof(SearchComposer).Assembly],
                Compose = cms =>
                {
                    RecordedSite.Compose(cms);
                    cms.AddCmsDeliveryApi();
                },
                Web = app =>
                {
                    app.UseCmsPublishing();
                    app.UseRouting();
                    app.MapCmsDeliveryApi();
                },
            }
        );
        var player = new DeliveryPlayer(host);
        var differences = await player.PlayAsync(
            GenuineRecordings.Read($"delivery/{recording}.jsonl"),
            TestContext.Current.CancellationToken
        );
        Assert.True(
            differences.Count == 0,
            $"{player.Equal} answers agree, {player.LeftOut} belong to later issues\n" + string.Join('\n', differences)
        );
        Assert.True(player.Equal > 0, "No answer was compared.");
    }

    public static bool AreThere => GenuineRecordings.AreThere;
}
