using NKCSI.Cms.Storage.Tests.Documents;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Xunit;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Tests.Urls;

public sealed class DocumentUrlRepositoryTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private readonly DocumentSite _site = new(cms);

    [Fact]
    public async Task Save_InvariantSegmentTwice_KeepsOneRow()
    {
        var document = _site.Saved(await _site.TypeAsync("segments"), "Сегмент");
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        var urls = cms.Get<IDocumentUrlRepository>();
        PublishedDocumentUrlSegment[] segments = [Segment(document.Key, "a"), Segment(document.Key, "b")];
        urls.Save(segments);
        urls.Save(segments);
        Assert.Equal(["a", "b"], Of(urls, document.Key));

        urls.Save([Segment(document.Key, "c")]);
        Assert.Equal(["c"], Of(urls, document.Key));
        urls.DeleteByDocumentKey([document.Key]);
        Assert.Empty(Of(urls, document.Key));
    }

    [Fact]
    public async Task Aliases_OfADraft_AreReadAsTheEditorWroteThem()
    {
        var type = cms.NewType("aliased");
        type.AddPropertyType(await cms.NewPropertyAsync(Constants.Conventions.Content.UrlAlias), "content", "Content");
        await cms.CreateAsync(type);
        var document = new Umbraco.Cms.Core.Models.Content("С псевдоним", Constants.System.Root, type);
        document.SetValue(Constants.Conventions.Content.UrlAlias, "/Старо, ново/");
        Assert.True(_site.Documents.Save(document).Success);
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        var aliases = cms.Get<IDocumentUrlAliasRepository>();

        var raw = Assert.Single(aliases.GetAllDocumentUrlAliases(), alias => alias.DocumentKey == document.Key);

        Assert.Equal("/Старо, ново/", raw.AliasValue);
        Assert.Null(raw.LanguageId);
        // A draft has no address; Core stores the aliases from inside the save that publishes it.
        Assert.DoesNotContain(aliases.GetAll(), alias => alias.DocumentKey == document.Key);
        _site.Publish(document);
        Assert.Equal(2, aliases.GetAll().Count(alias => alias.DocumentKey == document.Key));
    }

    private static IEnumerable<string> Of(IDocumentUrlRepository urls, Guid key) =>
        urls.GetAll().Where(url => url.DocumentKey == key).Select(url => url.UrlSegment).Order();

    private static PublishedDocumentUrlSegment Segment(Guid key, string segment) =>
        new()
        {
            DocumentKey = key,
            UrlSegment = segment,
            NullableLanguageId = null,
            IsDraft = true,
            IsPrimary = true,
        };
}
