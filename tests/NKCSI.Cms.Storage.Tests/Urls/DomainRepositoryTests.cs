using System.Data;
using NKCSI.Cms.Storage.Tests.Entities;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Urls;

public sealed class DomainRepositoryTests : IDisposable
{
    private readonly StorageHarness _storage = new();
    private readonly int _documentId;

    public DomainRepositoryTests()
    {
        var rows = new EntityRows(_storage);
        _documentId = rows.Document("Начало", rows.DocumentType("home")).Id;
    }

    private IDomainRepository Domains => _storage.Get<IDomainRepository>();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void Save_TwoDomainsAndAWildcard_AreOrderedAndKnowTheirLanguage()
    {
        Save("example.org/en");
        Save("example.org");
        Save($"*{_documentId}");

        var assigned = _storage.InScope(() => Domains.GetAssignedDomains(_documentId, includeWildcards: true).ToList());

        Assert.Equal(
            [($"*{_documentId}", -1), ("example.org/en", 0), ("example.org", 1)],
            assigned.Select(domain => (domain.DomainName, domain.SortOrder))
        );
        Assert.All(assigned, domain => Assert.Equal("en-US", domain.LanguageIsoCode));
        Assert.Equal(2, _storage.InScope(() => Domains.GetAll(includeWildcards: false)).Count());
    }

    [Fact]
    public void Save_NameOfAnotherDomain_IsRefused()
    {
        Save("example.org");

        Assert.Throws<DuplicateNameException>(() => Save("EXAMPLE.org"));
    }

    [Fact]
    public void Delete_CachedDomain_IsGone()
    {
        Save("example.org");
        var domain = _storage.InScope(() => Domains.GetByName("example.org"))!;

        _storage.InScope(() => Domains.Delete(domain));

        Assert.False(_storage.InScope(() => Domains.Exists("example.org")));
    }

    [Fact]
    public void GetByName_ChangedByTheCaller_DoesNotChangeTheCache()
    {
        Save("example.org");
        _storage.InScope(() => Domains.GetByName("example.org"))!.DomainName = "other.org";

        Assert.True(_storage.InScope(() => Domains.Exists("example.org")));
        Assert.False(_storage.InScope(() => Domains.Exists("other.org")));
    }

    private void Save(string name) =>
        _storage.InScope(() => Domains.Save(new UmbracoDomain(name) { RootContentId = _documentId, LanguageId = 1 }));
}
