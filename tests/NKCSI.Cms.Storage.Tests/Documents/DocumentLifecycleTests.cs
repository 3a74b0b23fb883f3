using Xunit;
using NKCSI.Cms.Storage.Tests.Recordings;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Constants = Umbraco.Cms.Core.Constants;
using Document = Umbraco.Cms.Core.Models.Content;

namespace NKCSI.Cms.Storage.Tests.Documents;

public sealed class DocumentLifecycleTests
{
    [Fact]
    public async Task Publish_AfterSave_IsReadBack()
    {
        await using var host = await RecordedSite.StartAsync();
        var types = host.Get<IContentTypeService>();
        var contents = host.Get<IContentService>();
        var type = new ContentType(host.Get<IShortStringHelper>(), Constants.System.Root)
        {
            Alias = "page",
            Name = "Page",
            AllowedAsRoot = true,
        };
        var created = await types.CreateAsync(type, Constants.Security.SuperUserKey);
        Assert.True(created.Success, created.Result.ToString());
        var document = new Document("Начало", Constants.System.Root, type);
        Assert.True(contents.Save(document).Success);
        Assert.True(contents.Publish(document, ["*"]).Success);
        var read = contents.GetById(document.Key)!;
        Assert.True(read.Published);
        Assert.Equal("Начало", read.Name);
        Assert.Equal("-1," + read.Id, read.Path);
    }
}
