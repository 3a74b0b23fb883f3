using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.ContentTypes;

public sealed class MediaAndMemberTypeTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    [Fact]
    public void GetAll_FreshDatabase_HasTheSeededTypesUnchanged()
    {
        var image = cms.Get<IMediaTypeService>().Get("image")!;
        Assert.Equal(
            ["umbracoBytes", "umbracoExtension", "umbracoFile", "umbracoHeight", "umbracoWidth"],
            image.PropertyTypes.Select(property => property.Alias).Order(StringComparer.Ordinal)
        );
        Assert.All(cms.Get<IMediaTypeService>().GetAll(), type => Assert.False(type.IsDirty()));
        Assert.Equal(["Member"], cms.Get<IMemberTypeService>().GetAll().Select(type => type.Alias));
        Assert.Empty(cms.Get<IContentTypeService>().GetAll());
    }

    [Fact]
    public async Task Create_MediaType_IsNoDocumentType()
    {
        var type = new MediaType(cms.Get<IShortStringHelper>(), Constants.System.Root)
        {
            Alias = "map",
            Name = "Карта",
        };
        type.AddPropertyType(await cms.NewPropertyAsync("caption"));

        Assert.True((await cms.Get<IMediaTypeService>().CreateAsync(type, CmsFixture.User)).Success);

        Assert.Equal("Карта", cms.Get<IMediaTypeService>().Get("map")!.Name);
        Assert.Null(cms.Get<IContentTypeService>().Get("map"));
        Assert.Contains(
            "map",
            cms.Get<IContentTypeService>().GetAllContentTypeAliases(Constants.ObjectTypes.MediaType)
        );
        await cms.Get<IMediaTypeService>().DeleteAsync(type.Key, CmsFixture.User);
        Assert.Null(cms.Get<IMediaTypeService>().Get("map"));
    }

    [Fact]
    public async Task Update_MemberType_KeepsWhatMembersMayDo()
    {
        var members = cms.Get<IMemberTypeService>();
        var type = members.Get("Member")!;
        type.AddPropertyType(await cms.NewPropertyAsync("phone"), "membership", "Membership");
        type.SetIsSensitiveProperty("phone", value: true);
        type.SetMemberCanEditProperty("phone", value: true);

        Assert.True((await members.UpdateAsync(type, CmsFixture.User)).Success);

        cms.Get<AppCaches>().IsolatedCaches.ClearCache<IContentType>();
        var read = members.Get("Member")!;
        Assert.True(read.IsSensitiveProperty("phone") && read.MemberCanEditProperty("phone"));
        Assert.False(read.MemberCanViewProperty("phone") || read.IsSensitiveProperty("umbracoMemberComments"));
        var phone = read.PropertyTypes.Single(property => property.Alias == "phone").Id;
        Assert.True(
            cms.Rows(
                (IQueryable<MemberTypePropertyRow> rows) => rows.Single(row => row.PropertyTypeId == phone).IsSensitive
            )
        );
    }
}
