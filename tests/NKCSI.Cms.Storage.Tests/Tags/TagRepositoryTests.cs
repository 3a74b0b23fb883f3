using NKCSI.Cms.Storage.Tests.Documents;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Tags;

public sealed class TagRepositoryTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private readonly DocumentSite _site = new(cms);

    [Fact]
    public async Task Assign_SameTagInOtherCase_SharesTheTag()
    {
        var (first, second) = await TwoAsync("sharedTags");
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        var tags = cms.Get<ITagRepository>();
        Assign(tags, first, "Заетост", "Младежи");
        Assign(tags, second, "ЗАЕТОСТ");

        var used = tags.GetTagsForEntityType(TaggableObjectTypes.Content, group: "теми").ToList();

        Assert.Equal(["Заетост", "Младежи"], used.Select(tag => tag.Text));
        Assert.Equal([2, 1], used.Select(tag => tag.NodeCount));
        Assert.Equal(
            [first.Id, second.Id],
            tags.GetTaggedEntitiesByTag(TaggableObjectTypes.Content, "Заетост").Select(item => item.EntityId).Order()
        );
    }

    [Fact]
    public async Task Assign_OtherTags_ReplacesTheRelationsAndKeepsTheTags()
    {
        var (document, _) = await TwoAsync("replacedTags");
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        var tags = cms.Get<ITagRepository>();
        Assign(tags, document, "Старо");
        Assign(tags, document, "Ново");

        Assert.Equal(["Ново"], tags.GetTagsForEntity(document.Key).Select(tag => tag.Text));
        Assert.Equal(["Ново"], tags.GetTagsForProperty(document.Id, "title").Select(tag => tag.Text));
        Assert.Contains(tags.GetMany(), tag => tag.Text == "Старо");
        tags.RemoveAll(document.Id);
        Assert.Null(tags.GetTaggedEntityByKey(document.Key));
    }

    private static void Assign(ITagRepository tags, IContent document, params string[] texts) =>
        tags.Assign(
            document.Id,
            document.Properties["title"]!.PropertyTypeId,
            texts.Select(text => new Tag { Group = "теми", Text = text })
        );

    private async Task<(IContent, IContent)> TwoAsync(string alias)
    {
        var type = await _site.TypeAsync(alias);
        return (_site.Saved(type, "Първа"), _site.Saved(type, "Втора"));
    }
}
