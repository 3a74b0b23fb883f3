using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.DataTypes;
using NKCSI.Cms.Storage.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.DataTypes;

public sealed class DataTypeTests(CmsFixture cms) : IClassFixture<CmsFixture>
{
    private IDataTypeService DataTypes => cms.Get<IDataTypeService>();

    [Fact]
    public async Task Create_WithConfiguration_IsReadBackFromTheRows()
    {
        var dataType = New("Възраст");
        dataType.ConfigurationData = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["min"] = 1,
            ["max"] = 120,
        };

        await CreateAsync(dataType);

        cms.Get<AppCaches>().IsolatedCaches.ClearCache<IDataType>();
        var read = (await DataTypes.GetAsync(dataType.Key))!;
        Assert.NotSame(dataType, read);
        Assert.Equal(
            ("Възраст", "Umbraco.Integer", "Umb.PropertyEditorUi.Integer"),
            (read.Name, read.EditorAlias, read.EditorUiAlias)
        );
        Assert.Equal(ValueStorageType.Integer, read.DatabaseType);
        Assert.Equal(["1", "120"], read.ConfigurationData.OrderBy(e => e.Key == "max").Select(e => e.Value.ToString()));
        var row = cms.Rows((IQueryable<DataTypeRow> rows) => rows.Single(row => row.NodeId == read.Id));
        Assert.Equal(("Integer", """{"min":1,"max":120}"""), (row.DbType, row.Configuration));
    }

    [Fact]
    public async Task Create_NameThatIsTaken_GetsTheNextFreeNumber()
    {
        await CreateAsync(New("Count"));
        var second = New("Count");
        await CreateAsync(second);
        var third = New("Count");
        await CreateAsync(third);
        Assert.Equal(("Count (1)", "Count (2)"), (second.Name, third.Name));
    }

    [Fact]
    public async Task Move_IntoFolderAndOut_ChangesPathAndLevel()
    {
        var folders = cms.Get<IDataTypeContainerService>();
        var folder = (await folders.CreateAsync(null, "Numbers", null, CmsFixture.User)).Result!;
        var dataType = New("Moved");
        await CreateAsync(dataType);

        Assert.True((await DataTypes.MoveAsync(dataType, folder.Key, CmsFixture.User)).Success);

        var read = (await DataTypes.GetAsync(dataType.Key))!;
        Assert.Equal(($"-1,{folder.Id},{read.Id}", 2, folder.Id), (read.Path, read.Level, read.ParentId));
        Assert.Equal(
            EntityContainerOperationStatus.NotEmpty,
            (await folders.DeleteAsync(folder.Key, CmsFixture.User)).Status
        );
        Assert.True((await DataTypes.MoveAsync(read, null, CmsFixture.User)).Success);
        Assert.Equal($"-1,{read.Id}", (await DataTypes.GetAsync(dataType.Key))!.Path);
        Assert.True((await folders.DeleteAsync(folder.Key, CmsFixture.User)).Success);
        Assert.Null(await folders.GetAsync(folder.Key));
    }

    [Fact]
    public async Task Delete_UsedByAProperty_RemovesTheProperty()
    {
        var dataType = New("Short lived");
        await CreateAsync(dataType);
        var type = cms.NewType("usesShortLived");
        type.AddPropertyType(await cms.NewPropertyAsync("stays"));
        type.AddPropertyType(
            new PropertyType(cms.Get<Umbraco.Cms.Core.Strings.IShortStringHelper>(), dataType, "goes") { Name = "Goes" }
        );
        await cms.CreateAsync(type);
        Assert.Contains(
            type.Key,
            (await DataTypes.GetPagedRelationsAsync(dataType.Key, 0, 10)).Items.Select(item => item.ContentTypeKey)
        );

        Assert.True((await DataTypes.DeleteAsync(dataType.Key, CmsFixture.User)).Success);

        Assert.Equal(["stays"], cms.Get<IContentTypeService>().Get(type.Key)!.PropertyTypes.Select(p => p.Alias));
        Assert.False(cms.Rows((IQueryable<PropertyTypeRow> rows) => rows.Any(row => row.DataTypeId == dataType.Id)));
    }

    [Fact]
    public async Task Update_OtherEditor_ReachesTheCachedTypes()
    {
        var dataType = New("Turns into text");
        await CreateAsync(dataType);
        var type = cms.NewType("followsDataType");
        type.AddPropertyType(
            new PropertyType(cms.Get<Umbraco.Cms.Core.Strings.IShortStringHelper>(), dataType, "value")
            {
                Name = "Value",
            }
        );
        await cms.CreateAsync(type);

        var changed = (await DataTypes.GetAsync(dataType.Key))!;
        changed.Editor = Editor("Umbraco.Decimal");
        changed.DatabaseType = ValueStorageType.Decimal;
        Assert.True((await DataTypes.UpdateAsync(changed, CmsFixture.User)).Success);

        var property = cms.Get<IContentTypeService>().Get(type.Key)!.PropertyTypes.Single();
        Assert.Equal(
            ("Umbraco.Decimal", ValueStorageType.Decimal),
            (property.PropertyEditorAlias, property.ValueStorageType)
        );
    }

    private DataType New(string name) =>
        new(Editor("Umbraco.Integer"), cms.Get<IConfigurationEditorJsonSerializer>(), Constants.System.Root)
        {
            Name = name,
            EditorUiAlias = "Umb.PropertyEditorUi.Integer",
            DatabaseType = ValueStorageType.Integer,
        };

    private IDataEditor Editor(string alias) => cms.Get<PropertyEditorCollection>()[alias]!;

    private async Task CreateAsync(IDataType dataType) =>
        Assert.Equal(DataTypeOperationStatus.Success, (await DataTypes.CreateAsync(dataType, CmsFixture.User)).Status);
}
