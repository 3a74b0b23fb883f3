using NKCSI.Cms.Hosting.Strings;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Strings;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Boot;

public class TransliterationTests
{
    private readonly BulgarianShortStringHelper _strings = new(new RequestHandlerSettings());

    [Theory]
    [InlineData("Център за социални иновации", "tsentar-za-sotsialni-inovatsii")]
    [InlineData("Социална иновация", "sotsialna-inovatsia")]
    [InlineData("Биляна и Мария от София", "bilyana-i-maria-ot-sofia")]
    [InlineData("Щастливо детство, жълта къща", "shtastlivo-detstvo-zhalta-kashta")]
    [InlineData("България за младите", "bulgaria-za-mladite")]
    [InlineData("Българите по света", "balgarite-po-sveta")]
    [InlineData("НПО и ЦСИ 2026", "npo-i-tssi-2026")]
    [InlineData("Ѝ подариха шофьорски курс", "i-podariha-shofyorski-kurs")]
    [InlineData("Social innovation & care", "social-innovation-care")]
    public void UrlSegment_BulgarianName_FollowsTheAct(string name, string expected) =>
        Assert.Equal(expected, _strings.CleanStringForUrlSegment(name, "bg-BG"));

    [Fact]
    public void FileName_BulgarianName_KeepsItsExtension() =>
        Assert.Equal("snimka-ot-tsentara.jpg", _strings.CleanStringForSafeFileName("Снимка от Центъра.jpg"));

    [Fact]
    public void Alias_BulgarianName_IsLatin() =>
        Assert.Equal("TselevaGrupa", _strings.CleanString("Целева група", CleanStringType.Alias));

    [Fact]
    public void UrlSegment_ConversionSwitchedOff_StaysCyrillic() =>
        Assert.Equal(
            "център",
            new BulgarianShortStringHelper(
                new RequestHandlerSettings { ConvertUrlsToAscii = "false" }
            ).CleanStringForUrlSegment("Център")
        );

    [Theory]
    [InlineData("Щ", "Sht")]
    [InlineData("ЩАБ", "SHTAB")]
    [InlineData("Щаб", "Shtab")]
    [InlineData("БЪЛГАРИЯ", "BULGARIA")]
    [InlineData("идеи\u0300", "idei")]
    public void ToLatin_CapitalsAndAccents_KeepTheirSense(string text, string expected) =>
        Assert.Equal(expected, BulgarianTransliteration.ToLatin(text));
}
