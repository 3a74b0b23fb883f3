using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Xunit;
using Constants = Umbraco.Cms.Core.Constants;

namespace NKCSI.Cms.Storage.Tests.Members;

public sealed class NoMembersTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    [Fact]
    public async Task Read_SiteWithoutMembers_FindsNobody()
    {
        var members = cms.Get<IMemberService>();

        Assert.Null(members.GetByUsername("reader@example.org"));
        Assert.Empty(members.GetAll(pageIndex: 0, pageSize: 10, out var total));
        Assert.Equal(0, total);
        Assert.Empty(await cms.Get<IMemberGroupService>().GetAllAsync());
    }

    [Fact]
    public void Save_Member_IsRefusedInWords()
    {
        var type = cms.Get<IMemberTypeService>().Get(Constants.Conventions.MemberTypes.DefaultAlias)!;
        var member = new Member("Читател", "reader@example.org", "reader@example.org", type);

        var refusal = Assert.Throws<NotSupportedException>(() => cms.Get<IMemberService>().Save(member));

        Assert.Contains("no members", refusal.Message, StringComparison.Ordinal);
    }
}
