using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.ContentTypes;

public sealed class SeededTypesTests : IDisposable
{
    private readonly StorageHarness _storage = new();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void GetMany_FreshDatabase_ReadsTheSeededMediaTypesWithTheirProperties()
    {
        var types = _storage.InScope(() => _storage.Get<TypeSet>().Current.Of<IMediaType>().Many(Array.Empty<int>()));
        Assert.Contains(types, type => type.Alias == "Image" && type.PropertyTypes.Any(p => p.Alias == "umbracoFile"));
        Assert.All(types, type => Assert.False(type.IsDirty()));
    }

    [Fact]
    public void GetMany_FreshDatabase_ReadsAllDataTypes()
    {
        var all = _storage.InScope(() => _storage.Get<IDataTypeRepository>().GetMany(Array.Empty<int>()).ToList());
        Assert.Equal(37, all.Count);
        Assert.All(all, type => Assert.False(type.IsDirty()));
    }
}
