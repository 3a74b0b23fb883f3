using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Entities;

public sealed class EntityRepositoryTests : IDisposable
{
    private readonly StorageHarness _storage = new();

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
    public void Get_Root_HasNoParent()
    {
        Assert.NotNull(_storage.InScope(() => Entities.Get(-1)));
    }
}
