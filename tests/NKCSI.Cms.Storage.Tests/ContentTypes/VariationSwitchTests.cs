using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Tags;
using NKCSI.Cms.Storage.Tests.Support;
using NKCSI.Cms.Storage.Urls;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.ContentTypes;

public sealed class VariationSwitchTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private IContentTypeService Types => cms.Get<IContentTypeService>();

    private IContentService Content => cms.Get<IContentService>();

    [Fact]
    public async Task Update_InvariantTypeBecomesVariant_NamesMoveToTheDefaultLanguage()
    {
        var type = await TypeAsync("becomesVariant");
        var published = Document(type, "Page one", "first");
        Assert.True(Content.Publish(published, ["*"]).Success);
        var draft = Document(type, "Page two", "second");

        await SwitchAsync(type, ContentVariation.Culture, ContentVariation.Nothing);

        var english = await DefaultIdAsync();
        var versions = VersionsOf(published);
        Assert.Equal(
            versions.Select(version => (version, english, "Page one")),
            NamesOf(versions).Select(row => (row.VersionId, row.LanguageId, row.Name))
        );
        var state = StateOf(published, english);
        Assert.Equal((true, true, false, "Page one"), (state.Available, state.Published, state.Edited, state.Name));
        state = StateOf(draft, english);
        Assert.Equal((true, false, true, "Page two"), (state.Available, state.Published, state.Edited, state.Name));
        Assert.Equal("Page one", Content.GetById(published.Key)!.GetCultureName("en-US"));
        Assert.Equal("first", Content.GetById(published.Key)!.GetValue<string>("text"));
    }

    [Fact]
    public async Task Update_PropertyBecomesVariant_ValuesMoveToTheDefaultLanguage()
    {
        var type = await TypeAsync("propertyVaries");
        var document = Document(type, "One", "value");
        Assert.True(Content.Publish(document, ["*"]).Success);

        await SwitchAsync(type, ContentVariation.Culture, ContentVariation.Culture);

        var english = await DefaultIdAsync();
        Assert.All(VersionsOf(document), version => Assert.Equal([(english, "value")], ValuesOf(version)));
        var read = Content.GetById(document.Key)!;
        Assert.Equal("value", read.GetValue<string>("text", "en-US"));
        Assert.Equal("value", read.GetValue<string>("text", "en-US", published: true));
        Assert.False(read.Edited);
        Assert.False(StateOf(document, english).Edited);
    }

    [Fact]
    public async Task Update_VariantTypeBecomesInvariant_ValuesOfTheDefaultLanguageAreCopied()
    {
        await cms.LanguageAsync("bg-BG");
        var type = await TypeAsync("becomesInvariant", ContentVariation.Culture);
        var document = Content.Create(null!, Constants.System.Root, type.Alias);
        document.SetCultureName("English", "en-US");
        document.SetCultureName("Български", "bg-BG");
        document.SetValue("text", "english", "en-US");
        document.SetValue("text", "български", "bg-BG");
        Assert.True(Content.Save(document).Success);

        await SwitchAsync(type, ContentVariation.Nothing, ContentVariation.Nothing);

        var read = Content.GetById(document.Key)!;
        Assert.Equal(("English", "english"), (read.Name, read.GetValue<string>("text")));
        // The languages keep what they had, for the way back.
        Assert.Equal(3, ValuesOf(document.VersionId).Count);

        await SwitchAsync(Types.Get(type.Key)!, ContentVariation.Culture, ContentVariation.Culture);
        read = Content.GetById(document.Key)!;
        Assert.Equal("english", read.GetValue<string>("text", "en-US"));
        Assert.Equal("български", read.GetValue<string>("text", "bg-BG"));
        Assert.Equal(2, ValuesOf(document.VersionId).Count);
    }

    [Fact]
    public async Task Update_EditedPropertyBecomesVariant_TheDefaultLanguageIsEdited()
    {
        var type = await TypeAsync("editedVaries");
        var document = Document(type, "One", "published");
        Assert.True(Content.Publish(document, ["*"]).Success);
        document.SetValue("text", "draft");
        Assert.True(Content.Save(document).Success);

        await SwitchAsync(type, ContentVariation.Culture, ContentVariation.Culture);

        Assert.True(Content.GetById(document.Key)!.Edited);
        Assert.True(StateOf(document, await DefaultIdAsync()).Edited);
    }

    [Fact]
    public async Task Update_PropertyOfACompositionBecomesVariant_OnlyTypesThatVaryAreConcerned()
    {
        var part = cms.NewType("varyingPart");
        part.AddPropertyType(await cms.NewPropertyAsync("text"));
        await cms.CreateAsync(part);
        var varying = cms.NewType("varyingWhole");
        varying.Variations = ContentVariation.Culture;
        varying.AddContentType(part);
        await cms.CreateAsync(varying);
        var invariant = cms.NewType("invariantWhole");
        invariant.AddContentType(part);
        await cms.CreateAsync(invariant);
        var one = Content.Create(null!, Constants.System.Root, varying.Alias);
        one.SetCultureName("One", "en-US");
        one.SetValue("text", "one");
        Assert.True(Content.Save(one).Success);
        var two = Document(invariant, "Two", "two");

        await SwitchAsync(Types.Get(part.Key)!, ContentVariation.Culture, ContentVariation.Culture);

        Assert.Equal([(await DefaultIdAsync(), "one")], ValuesOf(one.VersionId));
        Assert.Equal([(null, "two")], ValuesOf(two.VersionId));
    }

    [Fact]
    public async Task Update_PropertyBecomesVariant_ItsTagsBelongToTheDefaultLanguage()
    {
        var type = await TypeAsync("taggedVaries");
        var document = Document(type, "Tagged", "value");
        var propertyId = type.PropertyTypes.Single().Id;
        cms.Insert(new TagRow { Group = "default", Text = "вода" });
        var tagId = LastTagId();
        cms.Insert(
            new TagRelationshipRow
            {
                NodeId = document.Id,
                PropertyTypeId = propertyId,
                TagId = tagId,
            }
        );
        cms.Insert(
            new RedirectUrlRow
            {
                Id = Guid.NewGuid(),
                ContentKey = document.Key,
                Url = "/old",
                UrlHash = "0",
            }
        );

        await SwitchAsync(type, ContentVariation.Culture, ContentVariation.Culture);

        Assert.Empty(TagIds(document, languageId: null));
        var moved = Assert.Single(TagIds(document, await DefaultIdAsync()));
        Assert.NotEqual(tagId, moved);
        Assert.Equal("вода", cms.Rows((IQueryable<TagRow> rows) => rows.Single(row => row.Id == moved).Text));
        Assert.False(cms.Rows((IQueryable<RedirectUrlRow> rows) => rows.Any(row => row.ContentKey == document.Key)));

        await SwitchAsync(Types.Get(type.Key)!, ContentVariation.Nothing, ContentVariation.Nothing);

        Assert.Equal([tagId], TagIds(document, languageId: null));
        Assert.Empty(TagIds(document, await DefaultIdAsync()));
    }

    private int LastTagId() => cms.Rows((IQueryable<TagRow> rows) => rows.Max(row => row.Id));

    private List<int> TagIds(IContent document, int? languageId)
    {
        var tags = cms.Rows(
            (IQueryable<TagRow> rows) => rows.Where(row => row.LanguageId == languageId).Select(row => row.Id).ToList()
        );
        return cms.Rows(
            (IQueryable<TagRelationshipRow> rows) =>
                rows.Where(row => row.NodeId == document.Id && tags.Contains(row.TagId))
                    .Select(row => row.TagId)
                    .ToList()
        );
    }

    private async Task<IContentType> TypeAsync(string alias, ContentVariation variations = ContentVariation.Nothing)
    {
        var type = cms.NewType(alias);
        type.Variations = variations;
        type.AddPropertyType(await cms.NewPropertyAsync("text", variations));
        await cms.CreateAsync(type);
        return Types.Get(alias)!;
    }

    private async Task SwitchAsync(IContentType type, ContentVariation variations, ContentVariation ofProperty)
    {
        type.Variations = variations;
        type.PropertyTypes.Single().Variations = ofProperty;
        await cms.UpdateAsync(type);
    }

    private IContent Document(IContentType type, string name, string text)
    {
        var document = Content.Create(name, Constants.System.Root, type.Alias);
        document.SetValue("text", text);
        Assert.True(Content.Save(document).Success);
        return document;
    }

    private async Task<int> DefaultIdAsync() => (await cms.LanguageAsync("en-US")).Id;

    private List<int> VersionsOf(IContent document) =>
        cms.Rows(
            (IQueryable<ContentVersionRow> rows) =>
                rows.Where(row => row.NodeId == document.Id).OrderBy(row => row.Id).Select(row => row.Id).ToList()
        );

    private List<ContentVersionCultureRow> NamesOf(List<int> versions) =>
        cms.Rows(
            (IQueryable<ContentVersionCultureRow> rows) =>
                rows.Where(row => versions.Contains(row.VersionId)).OrderBy(row => row.VersionId).ToList()
        );

    private DocumentCultureRow StateOf(IContent document, int languageId) =>
        cms.Rows(
            (IQueryable<DocumentCultureRow> rows) =>
                rows.Single(row => row.NodeId == document.Id && row.LanguageId == languageId)
        );

    private List<(int? Language, string? Value)> ValuesOf(int version) =>
        cms.Rows(
            (IQueryable<PropertyDataRow> rows) =>
                rows.Where(row => row.VersionId == version)
                    .OrderBy(row => row.Id)
                    .AsEnumerable()
                    .Select(row => (row.LanguageId, row.VarcharValue ?? row.TextValue))
                    .ToList()
        );
}
