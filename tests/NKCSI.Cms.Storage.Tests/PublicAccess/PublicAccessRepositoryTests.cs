using NKCSI.Cms.Storage.Tests.Entities;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.PublicAccess;

public sealed class PublicAccessRepositoryTests : IDisposable
{
    private readonly StorageHarness _storage = new();
    private readonly int _documentId;
    private readonly int _loginId;

    public PublicAccessRepositoryTests()
    {
        var rows = new EntityRows(_storage);
        var type = rows.DocumentType("page");
        _documentId = rows.Document("Закрита страница", type).Id;
        _loginId = rows.Document("Вход", type).Id;
    }

    private IPublicAccessRepository Entries => _storage.Get<IPublicAccessRepository>();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void Save_EntryWithRules_IsReadBackChangedAndDeleted()
    {
        var entry = new PublicAccessEntry(Guid.NewGuid(), _documentId, _loginId, _loginId, []);
        entry.AddRule("Експерти", "MemberRole");
        var removed = entry.AddRule("Гости", "MemberRole");
        _storage.InScope(() => Entries.Save(entry));

        var read = _storage.InScope(() => Entries.Get(entry.Key))!;
        Assert.Equal(["Гости", "Експерти"], read.Rules.Select(rule => rule.RuleValue!).Order(StringComparer.Ordinal));

        read.RemoveRule(read.Rules.Single(rule => rule.Key == removed.Key));
        read.AddRule("Партньори", "MemberRole");
        _storage.InScope(() => Entries.Save(read));
        var changed = Assert.Single(_storage.InScope(() => Entries.GetMany()));
        Assert.Equal(
            ["Експерти", "Партньори"],
            changed.Rules.Select(rule => rule.RuleValue!).Order(StringComparer.Ordinal)
        );
        Assert.Equal(_documentId, changed.ProtectedNodeId);

        _storage.InScope(() => Entries.Delete(changed));
        Assert.Empty(_storage.InScope(() => Entries.GetMany()));
    }
}
