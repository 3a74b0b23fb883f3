using NKCSI.Cms.Storage.Languages;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Languages;

public sealed class DictionaryTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private IDictionaryItemService Dictionary => cms.Get<IDictionaryItemService>();

    [Fact]
    public async Task Create_InTwoLanguages_IsReadByIdKeyAndText()
    {
        var bulgarian = await cms.LanguageAsync("bg-BG");
        var english = await cms.LanguageAsync("en-US");

        var item = await CreateAsync("Shop", null, (bulgarian, "Магазин"), (english, "Shop"));

        Assert.Equal("Магазин", (await Dictionary.GetAsync("shop"))!.GetTranslatedValue("bg-BG"));
        Assert.Equal("Shop", (await Dictionary.GetAsync(item.Key))!.GetTranslatedValue("en-US"));
        Assert.Contains(item.Key, (await Dictionary.GetManyAsync("Shop", "nobody")).Select(found => found.Key));
        Assert.Contains(item.Key, (await Dictionary.GetManyAsync(item.Key)).Select(found => found.Key));
        Assert.Empty(await Dictionary.GetManyAsync(Array.Empty<Guid>()));
    }

    [Fact]
    public async Task Update_ChangedAndNewText_KeepsTheRowsOfTheOthers()
    {
        var bulgarian = await cms.LanguageAsync("bg-BG");
        var english = await cms.LanguageAsync("en-US");
        var item = await CreateAsync("Cart", null, (english, "Cart"));
        var textId = item.Translations.Single().Id;

        item = (await Dictionary.GetAsync(item.Key))!;
        item.AddOrUpdateDictionaryValue(english, "Basket");
        item.AddOrUpdateDictionaryValue(bulgarian, "Кошница");
        var updated = await Dictionary.UpdateAsync(item, CmsFixture.User);

        Assert.Equal(DictionaryItemOperationStatus.Success, updated.Status);
        var read = (await Dictionary.GetAsync("Cart"))!;
        Assert.Equal(("Basket", "Кошница"), (read.GetTranslatedValue("en-US"), read.GetTranslatedValue("bg-BG")));
        Assert.Equal(textId, read.Translations.Single(text => text.LanguageIsoCode == "en-US").Id);
    }

    [Fact]
    public async Task Delete_ItemWithTreeBelow_DeletesTheTreeAndItsTexts()
    {
        var english = await cms.LanguageAsync("en-US");
        var top = await CreateAsync("Top", null, (english, "top"));
        var middle = await CreateAsync("Top.Middle", top.Key, (english, "middle"));
        var leaf = await CreateAsync("Top.Middle.Leaf", middle.Key, (english, "leaf"));
        Guid[] keys = [top.Key, middle.Key, leaf.Key];
        Assert.Equal(
            ["Top.Middle", "Top.Middle.Leaf"],
            (await Dictionary.GetDescendantsAsync(top.Key)).Select(item => item.ItemKey)
        );
        Assert.Equal(
            ["Top.Middle.Leaf"],
            (await Dictionary.GetDescendantsAsync(null, "Top.Middle.L")).Select(item => item.ItemKey)
        );
        Assert.Equal(["Top.Middle"], (await Dictionary.GetChildrenAsync(top.Key)).Select(item => item.ItemKey));

        var deleted = await Dictionary.DeleteAsync(top.Key, CmsFixture.User);

        Assert.Equal(DictionaryItemOperationStatus.Success, deleted.Status);
        Assert.False(cms.Rows((IQueryable<DictionaryRow> rows) => rows.Any(row => keys.Contains(row.Key))));
        Assert.False(
            cms.Rows((IQueryable<DictionaryTextRow> rows) => rows.Any(row => keys.Contains(row.DictionaryKey)))
        );
    }

    [Fact]
    public async Task Move_BelowAnotherAndBackToTheRoot_ChangesTheParentOnly()
    {
        var english = await cms.LanguageAsync("en-US");
        var here = await CreateAsync("Here", null, (english, "here"));
        var there = await CreateAsync("There", null, (english, "there"));

        Assert.True(
            (await Dictionary.MoveAsync((await Dictionary.GetAsync(here.Key))!, there.Key, CmsFixture.User)).Success
        );
        Assert.Equal(there.Key, (await Dictionary.GetAsync(here.Key))!.ParentId);
        Assert.True(
            (await Dictionary.MoveAsync((await Dictionary.GetAsync(here.Key))!, null, CmsFixture.User)).Success
        );
        var read = (await Dictionary.GetAsync(here.Key))!;
        Assert.Null(read.ParentId);
        Assert.Equal("here", read.GetTranslatedValue("en-US"));
    }

    private async Task<IDictionaryItem> CreateAsync(
        string key,
        Guid? parent,
        params (ILanguage Language, string Text)[] texts
    )
    {
        var created = await Dictionary.CreateAsync(
            new DictionaryItem(parent, key)
            {
                Translations = [.. texts.Select(text => new DictionaryTranslation(text.Language, text.Text))],
            },
            CmsFixture.User
        );
        Assert.Equal(DictionaryItemOperationStatus.Success, created.Status);
        return created.Result!;
    }
}
