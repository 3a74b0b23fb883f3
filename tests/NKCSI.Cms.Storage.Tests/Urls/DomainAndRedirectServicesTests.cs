using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Urls;

public sealed class DomainAndRedirectServicesTests(EditedSite site) : IClassFixture<EditedSite>
{
    [Fact]
    public async Task UpdateDomainsAsync_SetReorderedAndTakenAway_IsStored()
    {
        var type = await site.GivenDocumentTypeAsync("home");
        var home = site.GivenDocument("Начало", type);
        var domains = site.Get<IDomainService>();

        await UpdateAsync("example.org", "example.org/en");
        await UpdateAsync("example.org/en", "example.org");

        var assigned = (await domains.GetAssignedDomainsAsync(home.Key, includeWildcards: true)).ToList();
        Assert.Equal(["example.org/en", "example.org"], assigned.Select(domain => domain.DomainName));
        Assert.All(assigned, domain => Assert.Equal("en-US", domain.LanguageIsoCode));
        await UpdateAsync();
        Assert.Empty(await domains.GetAllAsync(includeWildcards: true));

        async Task UpdateAsync(params string[] names)
        {
            var updated = await domains.UpdateDomainsAsync(
                home.Key,
                new DomainsUpdateModel
                {
                    DefaultIsoCode = null,
                    Domains = names.Select(name => new DomainModel { DomainName = name, IsoCode = "en-US" }),
                }
            );
            Assert.Equal(DomainOperationStatus.Success, updated.Status);
        }
    }

    [Fact]
    public async Task Register_TheSameUrlTwice_KeepsOneRedirectWithTheLaterDate()
    {
        var type = await site.GivenDocumentTypeAsync("moved");
        var document = site.GivenDocument("Преместена", type);
        var redirects = site.Get<IRedirectUrlService>();

        redirects.Register("/старо", document.Key, "en-US");
        redirects.Register("/старо", document.Key, "en-US");

        var found = Assert.Single(redirects.GetContentRedirectUrls(document.Key));
        Assert.Equal("/старо", found.Url);
        Assert.Equal(document.Id, redirects.GetMostRecentRedirectUrl("/старо", "en-US")!.ContentId);
        redirects.Delete(found);
        Assert.Null(redirects.GetMostRecentRedirectUrl("/старо"));
    }
}
