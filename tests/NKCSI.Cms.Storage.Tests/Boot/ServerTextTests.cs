using System.Globalization;
using NKCSI.Testing;
using Umbraco.Cms.Core.Services;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Boot;

public class ServerTextTests
{
    private static readonly CultureInfo Bulgarian = CultureInfo.GetCultureInfo("bg-BG");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Fact]
    public async Task Localize_EveryTextOfCore_IsThereInBulgarian()
    {
        await using var host = await CmsTestHost.StartAsync();
        var texts = host.Get<ILocalizedTextService>();

        var english = texts.GetAllStoredValues(English);
        var bulgarian = texts.GetAllStoredValues(Bulgarian);

        Assert.True(english.Count > 150);
        Assert.Empty(english.Keys.Except(bulgarian.Keys));
        Assert.All(english.Keys, key => Assert.Equal(Tokens(english[key]), Tokens(bulgarian[key])));
    }

    [Fact]
    public async Task Localize_MissingValue_IsSaidInBulgarian()
    {
        await using var host = await CmsTestHost.StartAsync();

        Assert.Equal(
            "Полето е задължително",
            host.Get<ILocalizedTextService>().Localize("validation", "invalidNull", Bulgarian)
        );
    }

    private static string[] Tokens(string text) =>
        [
            .. Enumerable
                .Range(0, 10)
                .SelectMany(number => new[] { $"%{number}%", $"{{{number}}}" })
                .Where(token => text.Contains(token, StringComparison.Ordinal)),
        ];
}
