using NKCSI.Cms.Storage.Languages;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Languages;

public sealed class LanguageTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private ILanguageService Languages => cms.Get<ILanguageService>();

    [Fact]
    public async Task Create_WithFallback_IsReadBackWithIt()
    {
        var created = await Languages.CreateAsync(
            new Language("da-DK", "Dansk") { FallbackIsoCode = "en-US", IsMandatory = true },
            CmsFixture.User
        );

        Assert.Equal(LanguageOperationStatus.Success, created.Status);
        var read = (await Languages.GetAsync("DA-dk"))!;
        Assert.Equal(
            ("da-DK", "Dansk", "en-US", true),
            (read.IsoCode, read.CultureName, read.FallbackIsoCode, read.IsMandatory)
        );
        var english = (await Languages.GetAsync("en-US"))!;
        var row = cms.Rows((IQueryable<LanguageRow> rows) => rows.Single(row => row.Id == read.Id));
        Assert.Equal((english.Id, false), (row.FallbackLanguageId, row.IsDefault));
    }

    [Fact]
    public async Task Update_ToDefault_TakesTheDefaultFromTheOther()
    {
        await cms.LanguageAsync("bg-BG");
        var bulgarian = (await Languages.GetAsync("bg-BG"))!;
        bulgarian.IsDefault = true;

        var updated = await Languages.UpdateAsync(bulgarian, CmsFixture.User);

        Assert.Equal(LanguageOperationStatus.Success, updated.Status);
        Assert.Equal("bg-BG", await Languages.GetDefaultIsoCodeAsync());
        Assert.Equal(1, cms.Rows((IQueryable<LanguageRow> rows) => rows.Count(row => row.IsDefault)));

        bulgarian = (await Languages.GetAsync("bg-BG"))!;
        bulgarian.IsDefault = false;
        var refused = await Languages.UpdateAsync(bulgarian, CmsFixture.User);
        Assert.Equal(LanguageOperationStatus.MissingDefault, refused.Status);
        Assert.Equal("bg-BG", await Languages.GetDefaultIsoCodeAsync());

        var english = (await Languages.GetAsync("en-US"))!;
        english.IsDefault = true;
        Assert.True((await Languages.UpdateAsync(english, CmsFixture.User)).Success);
    }

    [Fact]
    public async Task Delete_LanguageThatOthersFallBackTo_ClearsTheirFallbackAndItsTexts()
    {
        await cms.LanguageAsync("sv-SE");
        await Languages.CreateAsync(new Language("nb-NO", "Norsk") { FallbackIsoCode = "sv-SE" }, CmsFixture.User);
        var item = new DictionaryItem("Swedish")
        {
            Translations = [new DictionaryTranslation((await Languages.GetAsync("sv-SE"))!, "hej")],
        };
        Assert.True((await cms.Get<IDictionaryItemService>().CreateAsync(item, CmsFixture.User)).Success);

        var deleted = await Languages.DeleteAsync("sv-SE", CmsFixture.User);

        Assert.Equal(LanguageOperationStatus.Success, deleted.Status);
        Assert.Null(await Languages.GetAsync("sv-SE"));
        Assert.Null((await Languages.GetAsync("nb-NO"))!.FallbackIsoCode);
        Assert.Empty((await cms.Get<IDictionaryItemService>().GetAsync("Swedish"))!.Translations);
        Assert.False(cms.Rows((IQueryable<DictionaryTextRow> rows) => rows.Any(row => row.Value == "hej")));
    }

    [Fact]
    public async Task Delete_DefaultLanguage_IsRefused()
    {
        var code = await Languages.GetDefaultIsoCodeAsync();
        var refused = await Languages.DeleteAsync(code, CmsFixture.User);
        Assert.Equal(LanguageOperationStatus.MissingDefault, refused.Status);
        Assert.NotNull(await Languages.GetAsync(code));
    }
}
