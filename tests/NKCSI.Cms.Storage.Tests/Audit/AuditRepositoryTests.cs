using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Audit;

public sealed class AuditRepositoryTests : IDisposable
{
    private readonly StorageHarness _storage = new();

    private IAuditRepository Audit => _storage.Get<IAuditRepository>();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void GetPagedResultsByQuery_OfOneNode_IsNewestFirstAndFilteredByKind()
    {
        Write(1060, AuditType.Save, userId: -1);
        Write(1060, AuditType.Publish, userId: Constants.Security.UnknownUserId);
        Write(1061, AuditType.Publish, userId: -1);
        var query = _storage.Scopes.CreateQuery<IAuditItem>().Where(item => item.Id == 1060);
        var total = 0L;

        var all = _storage.InScope(() =>
            Audit.GetPagedResultsByQuery(query, 0, 10, out total, Direction.Descending, null, null).ToList()
        );
        var saves = _storage.InScope(() =>
            Audit
                .GetPagedResultsByQuery(
                    query,
                    0,
                    10,
                    out _,
                    Direction.Ascending,
                    [AuditType.Save, AuditType.Delete],
                    null
                )
                .ToList()
        );

        Assert.Equal(2, total);
        Assert.Equal([AuditType.Publish, AuditType.Save], all.Select(item => item.AuditType));
        Assert.Equal([Constants.Security.UnknownUserId, -1], all.Select(item => item.UserId));
        Assert.Equal("бележка", Assert.Single(saves).Comment);
    }

    [Fact]
    public void Get_ByKindInTheQuery_ComparesTheStoredWord()
    {
        Write(1060, AuditType.Save, userId: -1);
        Write(1060, AuditType.Publish, userId: -1);
        var kind = AuditType.Publish;
        var query = _storage.Scopes.CreateQuery<IAuditItem>().Where(item => item.AuditType == kind);

        Assert.Equal(1, _storage.InScope(() => Audit.Count(query)));
        Assert.Single(_storage.InScope(() => Audit.Get(AuditType.Save, All()).ToList()));
    }

    [Fact]
    public void CleanLogs_Old_DeletesOnlyWhatExpires()
    {
        Write(1060, AuditType.Open, userId: -1);
        Write(1060, AuditType.Save, userId: -1);

        _storage.InScope(() => Audit.CleanLogs(maximumAgeOfLogsInMinutes: -1));

        Assert.Equal(
            [AuditType.Save],
            _storage.InScope(() => Audit.Get(All()).Select(item => item.AuditType).ToList())
        );
    }

    private Umbraco.Cms.Core.Persistence.Querying.IQuery<IAuditItem> All() => _storage.Scopes.CreateQuery<IAuditItem>();

    private void Write(int nodeId, AuditType type, int userId) =>
        _storage.InScope(() => Audit.Save(new AuditItem(nodeId, type, userId, "Document", "бележка")));
}
