using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Documents;

public sealed class DocumentRepositoryTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private readonly DocumentSite _site = new(cms);

    [Fact]
    public async Task Save_StaleVersion_IsRefused()
    {
        var type = await _site.TypeAsync("stale");
        var document = _site.Saved(type, "Остаряла");
        var stale = _site.Documents.GetById(document.Key)!;
        _site.Publish(document);
        stale.SetValue("title", "късно");

        Assert.Throws<InvalidOperationException>(() => _site.Documents.Save(stale));
    }

    [Fact]
    public async Task Save_RolledBack_LeavesNoTraceInRowsOrCache()
    {
        var type = await _site.TypeAsync("rolledBack");
        var document = _site.Saved(type, "Преди", "преди");
        using (cms.Get<ICoreScopeProvider>().CreateCoreScope())
        {
            var changed = _site.Documents.GetById(document.Key)!;
            changed.SetValue("title", "после");
            _site.Documents.Save(changed);
            Assert.Equal("после", _site.Documents.GetById(document.Key)!.GetValue<string>("title"));
        }

        Assert.Equal("преди", _site.Documents.GetById(document.Key)!.GetValue<string>("title"));
    }

    [Fact]
    public async Task GetById_Cached_AsksTheDatabaseOnlyOnceAndHandsOutClones()
    {
        var type = await _site.TypeAsync("cached");
        var document = _site.Saved(type, "Запомнена", "текст");
        _site.Documents.GetById(document.Key);
        IContent? again = null;

        var statements = cms.Statements.During(() => again = _site.Documents.GetById(document.Key));
        again!.SetValue("title", "само тук");

        Assert.Equal(0, statements);
        Assert.Equal("текст", _site.Documents.GetById(document.Id)!.GetValue<string>("title"));
    }

    [Fact]
    public async Task Save_ReservedKey_TakesTheReservedNode()
    {
        var type = await _site.TypeAsync("reserved");
        var document = DocumentSite.New(type, "Запазена");
        document.Key = Guid.NewGuid();
        var reserved = InScope(() => cms.Get<IEntityRepository>().ReserveId(document.Key));

        _site.Documents.Save(document);

        Assert.Equal(reserved, document.Id);
        Assert.EndsWith($",{reserved}", document.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_ChosenSortOrder_IsKeptWhileItIsFree()
    {
        var type = await _site.TypeAsync("sorted");
        var parent = _site.Saved(type, "Подредба");
        var chosen = DocumentSite.New(type, "Пета", parentId: parent.Id);
        chosen.SortOrder = 5;
        var taken = DocumentSite.New(type, "Също пета", parentId: parent.Id);
        taken.SortOrder = 5;

        _site.Documents.Save(chosen);
        _site.Documents.Save(taken);

        Assert.Equal(5, chosen.SortOrder);
        Assert.Equal(6, taken.SortOrder);
    }

    [Fact]
    public async Task IsPathPublished_ParentUnpublished_IsFalse()
    {
        var type = await _site.TypeAsync("path");
        var parent = _site.Published(type, "Родител");
        var child = _site.Published(type, "Дете", parent.Id);

        Assert.True(_site.Documents.IsPathPublished(child));
        Assert.True(_site.Documents.Unpublish(parent).Success);
        Assert.False(_site.Documents.IsPathPublished(child));
        Assert.True(_site.Documents.GetById(child.Key)!.Published);
    }

    [Fact]
    public async Task Publish_AfterUnpublish_LeavesOnePublishedVersion()
    {
        var type = await _site.TypeAsync("again");
        var document = _site.Published(type, "Отново");
        _site.Documents.Unpublish(document);
        _site.Publish(_site.Documents.GetById(document.Key)!);

        var versions = InScope(() => cms.Get<IDocumentRepository>().GetVersionIds(document.Id, 10).ToArray());
        var published = cms.Rows<DocumentVersionRow, int>(rows =>
            rows.Count(row => versions.Contains(row.Id) && row.Published)
        );

        Assert.Equal(3, versions.Length);
        Assert.Equal(1, published);
    }

    [Fact]
    public async Task GetContentForRelease_DueSchedule_FindsTheDocumentUntilItIsCleared()
    {
        var type = await _site.TypeAsync("planned");
        var document = _site.Saved(type, "Планирана");
        var release = new DateTime(2031, 5, 6, 7, 8, 0, DateTimeKind.Utc);
        _site.Documents.PersistContentSchedule(document, ContentScheduleCollection.CreateWithEntry(release, null));
        var repository = cms.Get<IDocumentRepository>();

        InScope(() =>
        {
            Assert.Empty(repository.GetContentForRelease(release.AddMinutes(-1)));
            Assert.Equal(document.Key, Assert.Single(repository.GetContentForRelease(release)).Key);
            Assert.Empty(repository.GetContentForExpiration(release));
            Assert.True(repository.HasContentForRelease(release));
            repository.ClearSchedule(release, ContentScheduleAction.Release);
            Assert.False(repository.HasContentForRelease(release));
            return true;
        });
    }

    [Fact]
    public async Task Permissions_OfAGroup_AreReplacedAndCopied()
    {
        var type = await _site.TypeAsync("guarded");
        var document = _site.Saved(type, "Пазена");
        var editors = (await cms.Get<IUserGroupService>().GetAsync("editor"))!;
        _site.Documents.SetPermissions(
            new EntityPermissionSet(
                document.Id,
                [
                    new EntityPermission(
                        editors.Id,
                        document.Id,
                        new HashSet<string>(StringComparer.Ordinal) { "Umb.Document.Read", "Umb.Document.Update" }
                    ),
                ]
            )
        );
        _site.Documents.SetPermission(document, "Umb.Document.Publish", [editors.Id]);

        var copy = _site.Documents.Copy(document, document.ParentId, relateToOriginal: false)!;

        Assert.Equal(
            ["Umb.Document.Publish", "Umb.Document.Read", "Umb.Document.Update"],
            _site.Documents.GetPermissions(copy).GetAllPermissions().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Delete_WithDescendants_LeavesNoRow()
    {
        var type = await _site.TypeAsync("deleted");
        var parent = _site.Published(type, "За изтриване");
        var child = _site.Published(type, "И дете", parent.Id);

        Assert.True(_site.Documents.Delete(parent).Success);

        Assert.Null(_site.Documents.GetById(child.Key));
        Assert.Equal(0, cms.Rows<NodeRow, int>(rows => rows.Count(row => row.Id == parent.Id || row.Id == child.Id)));
    }

    [Fact]
    public async Task VersionCleanup_PinnedCurrentAndPublished_AreSpared()
    {
        var type = await _site.TypeAsync("versions");
        var document = _site.Published(type, "Версии");
        for (var round = 0; round < 3; round++)
        {
            document = _site.Documents.GetById(document.Key)!;
            document.SetValue("title", $"Версия {round}");
            _site.Documents.Save(document);
            _site.Publish(document);
        }

        InScope(() =>
        {
            var repository = cms.Get<IDocumentVersionRepository>();
            var versions = repository.GetPagedItemsByContentId(document.Id, 0, 10, out var total)!.ToList();
            Assert.Equal(5, total);
            Assert.True(versions[0].CurrentDraftVersion);
            Assert.True(versions[1].CurrentPublishedVersion);
            repository.SetPreventCleanup(versions[2].VersionId, preventCleanup: true);

            var eligible = repository
                .GetDocumentVersionsEligibleForCleanup(DateTime.MaxValue, maxCount: null)
                .Where(version => version.ContentId == document.Id)
                .Select(version => version.VersionId)
                .ToList();
            Assert.Equal([versions[4].VersionId, versions[3].VersionId], eligible);
            repository.DeleteVersions(eligible);
            Assert.Equal(3, cms.Get<IDocumentRepository>().GetVersionIds(document.Id, 10).Count());
            return true;
        });
    }

    [Fact]
    public async Task CheckDataIntegrity_BrokenPath_IsFoundAndMended()
    {
        var type = await _site.TypeAsync("broken");
        var parent = _site.Saved(type, "Цяла");
        var child = _site.Saved(type, "Счупена", parentId: parent.Id);
        InScope(() =>
        {
            var broken = _site.Documents.GetById(child.Key)!;
            broken.Path = $"-1,{child.Id}";
            cms.Get<IDocumentRepository>().Save(broken);
            return true;
        });

        var report = _site.Documents.CheckDataIntegrity(new ContentDataIntegrityReportOptions { FixIssues = true });

        Assert.True(report.DetectedIssues[child.Id].Fixed);
        Assert.Equal($"{parent.Path},{child.Id}", _site.Documents.GetById(child.Key)!.Path);
    }

    private TResult InScope<TResult>(Func<TResult> work)
    {
        using var scope = cms.Get<ICoreScopeProvider>().CreateCoreScope(autoComplete: true);
        return work();
    }
}
