using NKCSI.Cms.Storage.Tests.Documents;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Xunit;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Tests.Navigation;

public sealed class NavigationTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private readonly DocumentSite _site = new(cms);

    [Fact]
    public async Task Nodes_TrashedAndNot_AreApartAndParentsComeFirst()
    {
        var type = await _site.TypeAsync("navigated");
        var parent = _site.Published(type, "Горе");
        var child = _site.Published(type, "Долу", parent.Id);
        var gone = _site.Saved(type, "Изхвърлена", parentId: parent.Id);
        _site.Documents.MoveToRecycleBin(gone);
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        var navigation = cms.Get<INavigationRepository>();

        var nodes = navigation.GetContentNodesByObjectType(Constants.ObjectTypes.Document).ToList();
        var trashed = navigation.GetTrashedContentNodesByObjectType(Constants.ObjectTypes.Document);
        var line = navigation.GetContentNodeWithAncestors(child.Key, Constants.ObjectTypes.Document);

        Assert.True(nodes.FindIndex(node => node.Key == parent.Key) < nodes.FindIndex(node => node.Key == child.Key));
        Assert.DoesNotContain(nodes, node => node.Key == gone.Key);
        Assert.Equal(type.Key, Assert.Single(trashed, node => node.Key == gone.Key).ContentTypeKey);
        Assert.Equal([parent.Key, child.Key], line.Select(node => node.Key));
        Assert.Empty(navigation.GetContentNodeWithAncestors(child.Key, Constants.ObjectTypes.Media));
    }

    [Fact]
    public async Task PublishStatus_InvariantDocument_CountsForAllLanguages()
    {
        await cms.LanguageAsync("bg-BG");
        var type = await _site.TypeAsync("status");
        var parent = _site.Published(type, "Публикувана");
        var draft = _site.Saved(type, "Чернова", parentId: parent.Id);
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        var status = cms.Get<IPublishStatusRepository>();
        var languages = (await cms.Get<ILanguageService>().GetAllAsync()).Select(language => language.IsoCode);

        var branch = await status.GetDescendantsOrSelfPublishStatusAsync(
            parent.Key,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(languages.Order(), branch[parent.Key].Order());
        Assert.Empty(branch[draft.Key]);
        Assert.Equal(2, branch.Count);
        Assert.Empty(await status.GetPublishStatusAsync(Guid.NewGuid(), TestContext.Current.CancellationToken));
    }
}
