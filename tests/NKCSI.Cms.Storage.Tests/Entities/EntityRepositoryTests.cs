using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Entities;

public sealed class EntityRepositoryTests : IDisposable
{
    private static readonly HashSet<Guid> Documents = [Constants.ObjectTypes.Document];

    private readonly StorageHarness _storage = new();
    private readonly EntityRows _rows;

    public EntityRepositoryTests() => _rows = new EntityRows(_storage);

    private IEntityRepository Entities => _storage.Get<IEntityRepository>();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void GetAll_SeededDataTypes_AreLightEntities()
    {
        var dataTypes = _storage.InScope(() => Entities.GetAll(Constants.ObjectTypes.DataType, Array.Empty<int>()));

        Assert.Equal(37, dataTypes.Count());
        Assert.All(dataTypes, dataType => Assert.Equal(Constants.ObjectTypes.DataType, dataType.NodeObjectType));
        Assert.All(dataTypes, dataType => Assert.Equal(DateTimeKind.Utc, dataType.CreateDate.Kind));
    }

    [Fact]
    public void Get_VariantDocument_TellsTypeCulturesAndStates()
    {
        var type = _rows.DocumentType("innovation", variant: true);
        var row = _rows.Document("Иновация", type, published: true);
        _rows.Document("Дете", type, row);
        _rows.Culture(row, languageId: 1, "Innovation", published: true);

        var entity = _storage.InScope(() => Entities.Get(row.Key, Constants.ObjectTypes.Document));

        var document = Assert.IsType<DocumentEntitySlim>(entity);
        Assert.Equal("innovation", document.ContentTypeAlias);
        Assert.Equal(type.Key, document.ContentTypeKey);
        Assert.Equal("icon-document", document.ContentTypeIcon);
        Assert.True(document.Published);
        Assert.False(document.Edited);
        Assert.True(document.HasChildren);
        Assert.Equal(-1, document.CreatorId);
        Assert.Equal("Innovation", document.CultureNames["en-US"]);
        Assert.Equal(["en-US"], document.PublishedCultures);
        Assert.Empty(document.EditedCultures);
        Assert.Equal(row.CreateDate.AddHours(1), document.UpdateDate);
    }

    [Fact]
    public void Get_MediaWithoutItsType_TellsThePathOfTheFile()
    {
        var row = _rows.Media("Снимка", typeId: 1032, "/media/abc/snimka.jpg");

        var entity = _storage.InScope(() => Entities.Get(row.Id));

        var media = Assert.IsType<MediaEntitySlim>(entity);
        Assert.Equal("/media/abc/snimka.jpg", media.MediaPath);
        Assert.Equal("Image", media.ContentTypeAlias);
    }

    [Fact]
    public void Get_OfAnotherObjectType_IsNothing()
    {
        var folder = _rows.Node("Папка", Constants.ObjectTypes.DocumentTypeContainer);

        Assert.Null(_storage.InScope(() => Entities.Get(folder.Key, Constants.ObjectTypes.Document)));
        Assert.NotNull(_storage.InScope(() => Entities.Get(folder.Key, Constants.ObjectTypes.DocumentTypeContainer)));
        Assert.Equal(
            UmbracoObjectTypes.DocumentTypeContainer,
            _storage.InScope(() => Entities.GetObjectType(folder.Key))
        );
    }

    [Fact]
    public void GetPagedResultsByQuery_FoldersAndTypes_CountsOnlyChildrenOfTheListedKinds()
    {
        var folder = _rows.Node("Папка", Constants.ObjectTypes.DocumentTypeContainer);
        _rows.Node("Документ", Constants.ObjectTypes.Document, folder);
        _rows.DocumentType("article");
        HashSet<Guid> listed = [Constants.ObjectTypes.DocumentTypeContainer, Constants.ObjectTypes.DocumentType];
        var total = 0L;

        var found = _storage.InScope(() =>
            Entities
                .GetPagedResultsByQuery(ChildrenOf(-1), listed, 0, 10, out total, null, Ordering.By("nodeObjectType"))
                .ToList()
        );

        Assert.Equal(2, total);
        Assert.False(found.Single(entity => entity.Id == folder.Id).HasChildren);
    }

    [Fact]
    public void GetPagedResultsByQuery_WithFilterAndOrder_PagesWithoutOverlap()
    {
        var type = _rows.DocumentType("article");
        var parent = _rows.Document("Родител", type);
        foreach (var name in new[] { "Бяла вода", "Земя", "Черна вода", "Огън" })
        {
            _rows.Document(name, type, parent);
        }

        var filter = _storage.Scopes.CreateQuery<IUmbracoEntity>().Where(entity => entity.Name!.Contains("ВОДА"));
        var names = new List<string?>();
        var total = 0L;
        for (var page = 0; page < 2; page++)
        {
            names.AddRange(
                _storage.InScope(() =>
                    Entities
                        .GetPagedResultsByQuery(
                            ChildrenOf(parent.Id),
                            Documents,
                            page,
                            1,
                            out total,
                            filter,
                            Ordering.By("text", Direction.Descending)
                        )
                        .Select(entity => entity.Name)
                        .ToList()
                )
            );
        }

        Assert.Equal(2, total);
        Assert.Equal(["Черна вода", "Бяла вода"], names);
        Assert.Equal(2, _storage.InScope(() => Entities.CountByQuery(ChildrenOf(parent.Id), Documents, filter)));
    }

    [Fact]
    public void GetSiblings_AroundTheThirdOfFive_ShowsTheWindowAndCountsTheRest()
    {
        var type = _rows.DocumentType("article");
        var all = Enumerable.Range(1, 5).Select(number => _rows.Document($"{number}", type)).ToList();
        var (before, after) = (0L, 0L);

        var shown = _storage.InScope(() =>
            Entities
                .GetSiblings(Documents, all[2].Key, 1, 1, null, Ordering.By("sortOrder"), out before, out after)
                .Select(entity => entity.Name)
                .ToList()
        );

        Assert.Equal(["2", "3", "4"], shown);
        Assert.Equal((1L, 1L), (before, after));
    }

    [Fact]
    public void GetTrashedSiblings_OfALivingDocument_AreNone()
    {
        var type = _rows.DocumentType("article");
        var document = _rows.Document("1", type);
        var (before, after) = (9L, 9L);

        var shown = _storage.InScope(() =>
            Entities
                .GetTrashedSiblings(Documents, document.Key, 1, 1, null, Ordering.By("text"), out before, out after)
                .ToList()
        );

        Assert.Empty(shown);
        Assert.Equal((0L, 0L), (before, after));
    }

    [Fact]
    public void GetAllPaths_OfSomeKeys_AreTheirPaths()
    {
        var type = _rows.DocumentType("article");
        var parent = _rows.Document("Родител", type);
        var child = _rows.Document("Дете", type, parent);

        var paths = _storage.InScope(() => Entities.GetAllPaths(Constants.ObjectTypes.Document, child.Key).ToList());

        var path = Assert.Single(paths);
        Assert.Equal((child.Id, child.Key, $"-1,{parent.Id},{child.Id}"), (path.Id, path.Key, path.Path));
    }

    [Fact]
    public void Exists_OfKeysAndTypes_AnswersExactly()
    {
        var folder = _rows.Node("Папка", Constants.ObjectTypes.DocumentTypeContainer);

        Assert.True(_storage.InScope(() => Entities.Exists(folder.Id)));
        Assert.True(_storage.InScope(() => Entities.Exists([folder.Key, folder.Key])));
        Assert.False(_storage.InScope(() => Entities.Exists([folder.Key, Guid.NewGuid()])));
        Assert.True(_storage.InScope(() => Entities.Exists(folder.Key, Constants.ObjectTypes.DocumentTypeContainer)));
        Assert.False(_storage.InScope(() => Entities.Exists(folder.Key, Constants.ObjectTypes.Document)));
        Assert.False(_storage.InScope(() => Entities.Exists(folder.Id, Constants.ObjectTypes.Document)));
    }

    [Fact]
    public void ReserveId_Once_AnswersForEveryTypeAndIsNotGivenTwice()
    {
        var key = Guid.NewGuid();
        var id = _storage.InScope(() => Entities.ReserveId(key));

        var map = _storage.Get<IIdKeyMapRepository>();
        Assert.Equal(id, _storage.InScope(() => map.GetIdForKey(key, UmbracoObjectTypes.Document)));
        Assert.Equal(key, _storage.InScope(() => map.GetIdForKey(id, UmbracoObjectTypes.Media)));
        Assert.Throws<InvalidOperationException>(() => _storage.InScope(() => Entities.ReserveId(key)));
    }

    [Fact]
    public void GetByQuery_DescendantsByPath_LeavesOutTheRoot()
    {
        var type = _rows.DocumentType("article");
        var parent = _rows.Document("Родител", type);
        var child = _rows.Document("Дете", type, parent);
        var path = parent.Path;
        var id = parent.Id;
        var query = _storage
            .Scopes.CreateQuery<IUmbracoEntity>()
            .Where(entity => entity.Path.StartsWith(path) && entity.Id != id);

        var found = _storage.InScope(() => Entities.GetByQuery(query, Constants.ObjectTypes.Document).ToList());

        Assert.Equal(child.Id, Assert.Single(found).Id);
    }

    private IQuery<IUmbracoEntity> ChildrenOf(int parentId) =>
        _storage
            .Scopes.CreateQuery<IUmbracoEntity>()
            .Where(entity => entity.ParentId == parentId && entity.Trashed == false);
}
