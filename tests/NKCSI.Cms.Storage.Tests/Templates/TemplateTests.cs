using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Templates;

public sealed class TemplateTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private ITemplateService Templates => cms.Get<ITemplateService>();

    private IFileSystem Views => cms.Get<FileSystems>().MvcViewsFileSystem!;

    [Fact]
    public async Task Create_WithContent_WritesRowAndFile()
    {
        var template = await CreateAsync("Начална", "home", "<h1>Здравей</h1>");

        Assert.True(Views.FileExists("home.cshtml"));
        var read = (await Templates.GetAsync("HOME"))!;
        Assert.Equal((template.Key, "Начална", "<h1>Здравей</h1>"), (read.Key, read.Name, read.Content));
        Assert.Equal($"-1,{template.Id}", read.Path);
        Assert.Equal(Views.GetSize("home.cshtml"), await Templates.GetFileSizeAsync("home.cshtml"));
    }

    [Fact]
    public async Task Create_LayoutNamesAnother_HasItAsMaster()
    {
        var master = await CreateAsync("Master", "master", "@RenderBody()");
        var child = await CreateAsync("Child", "child", "@{ Layout = \"master.cshtml\"; }\n<p>child</p>");

        var read = (await Templates.GetAsync("child"))!;
        Assert.Equal(("master", $"-1,{master.Id},{child.Id}"), (read.MasterTemplateAlias, read.Path));
        Assert.True((await Templates.GetAsync("master"))!.IsMasterTemplate);
        Assert.Equal(["child"], (await Templates.GetChildrenAsync(master.Id)).Select(template => template.Alias));
        Assert.Equal(["child"], (await Templates.GetDescendantsAsync(master.Id)).Select(template => template.Alias));

        Assert.Equal(TemplateOperationStatus.Success, (await Templates.DeleteAsync("child", CmsFixture.User)).Status);
        Assert.False(Views.FileExists("child.cshtml"));
        Assert.Empty(await Templates.GetChildrenAsync(master.Id));
    }

    [Fact]
    public async Task Update_OtherAlias_MovesTheFile()
    {
        await CreateAsync("Renamed", "before", "<p>text</p>");
        var template = (await Templates.GetAsync("before"))!;
        template.Alias = "after";

        Assert.Equal(TemplateOperationStatus.Success, (await Templates.UpdateAsync(template, CmsFixture.User)).Status);

        Assert.False(Views.FileExists("before.cshtml"));
        Assert.Equal("<p>text</p>", (await Templates.GetAsync("after"))!.Content);
        Assert.Null(await Templates.GetAsync("before"));
    }

    [Fact]
    public async Task Get_FileIsMissing_HasNoContent()
    {
        await CreateAsync("Lost", "lost", "<p>text</p>");
        Views.DeleteFile("lost.cshtml");
        Assert.Equal(string.Empty, (await Templates.GetAsync("lost"))!.Content);
    }

    [Fact]
    public async Task Delete_TemplateOfAType_LeavesTheTypeWithoutIt()
    {
        var template = await CreateAsync("Used", "used", "<p>used</p>");
        var type = cms.NewType("usesTemplate");
        type.AllowedTemplates = [template];
        type.SetDefaultTemplate(template);
        await cms.CreateAsync(type);
        Assert.Equal("used", cms.Get<IContentTypeService>().Get(type.Key)!.DefaultTemplate!.Alias);

        Assert.Equal(TemplateOperationStatus.Success, (await Templates.DeleteAsync("used", CmsFixture.User)).Status);

        var read = cms.Get<IContentTypeService>().Get(type.Key)!;
        Assert.Null(read.DefaultTemplate);
        Assert.Empty(read.AllowedTemplates!);
    }

    private async Task<ITemplate> CreateAsync(string name, string alias, string content)
    {
        var created = await Templates.CreateAsync(name, alias, content, CmsFixture.User);
        Assert.Equal(TemplateOperationStatus.Success, created.Status);
        return created.Result!;
    }
}
