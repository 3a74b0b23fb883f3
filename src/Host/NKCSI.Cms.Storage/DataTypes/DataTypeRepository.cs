using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Tags;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Exceptions;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.DataTypes;

/// <summary>The data types: an editor with its configuration. Source: contracts/storage/semantics.md 8.</summary>
internal sealed class DataTypeRepository(
    ScopedDatabase database,
    DataTypeSet dataTypes,
    DataTypeFactory factory,
    DataTypeUsages usages,
    SettingsNodes nodes,
    TimeProvider clock
) : IDataTypeRepository
{
    public IDataType? Get(int id) => dataTypes.Current.Find(id);

    public IDataType? Get(Guid key) => dataTypes.Current.Find(key);

    public IEnumerable<IDataType> GetMany(params int[]? ids) => dataTypes.Current.Many(ids);

    IEnumerable<IDataType> IReadRepository<Guid, IDataType>.GetMany(params Guid[]? ids) => dataTypes.Current.Many(ids);

    public bool Exists(int id) => dataTypes.Current.Has(id);

    public bool Exists(Guid id) => dataTypes.Current.Has(id);

    public IEnumerable<IDataType> Get(IQuery<IDataType> query) => dataTypes.Current.Matching(query);

    public int Count(IQuery<IDataType>? query) => dataTypes.Current.Count(query);

    public IReadOnlyDictionary<Udi, IEnumerable<string>> FindUsages(int id) => usages.InProperties(id);

    public IReadOnlyDictionary<Udi, IEnumerable<string>> FindListViewUsages(int id) =>
        Get(id) is { } dataType ? usages.AsListView(dataType) : new Dictionary<Udi, IEnumerable<string>>();

    public void Save(IDataType entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.Name = DataTypeNames.Free(entity.Name ?? string.Empty, NamesOfOthers(entity.Id));
        if (entity.HasIdentity)
        {
            Update(entity);
        }
        else
        {
            Insert(entity);
        }

        dataTypes.Evict();
        entity.ResetDirtyProperties();
    }

    /// <summary>Also deletes the properties that use the data type, with their values.</summary>
    public void Delete(IDataType entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var rows = database.Context;
        var properties = rows.Set<PropertyTypeRow>().Where(row => row.DataTypeId == entity.Id);
        var propertyIds = properties.Select(row => row.Id);
        rows.Set<TagRelationshipRow>().Where(row => propertyIds.Contains(row.PropertyTypeId)).ExecuteDelete();
        rows.Set<PropertyDataRow>().Where(row => propertyIds.Contains(row.PropertyTypeId)).ExecuteDelete();
        rows.Set<MemberTypePropertyRow>().Where(row => propertyIds.Contains(row.PropertyTypeId)).ExecuteDelete();
        properties.ExecuteDelete();
        rows.Set<DataTypeRow>().Where(row => row.NodeId == entity.Id).ExecuteDelete();
        nodes.Delete(entity.Id, entity.Key);
        dataTypes.Evict();
        entity.DeleteDate = clock.GetUtcNow().UtcDateTime;
    }

    /// <exception cref="DataOperationException{T}">The folder lies below what is moved.</exception>
    public IEnumerable<MoveEventInfo<IDataType>> Move(IDataType toMove, EntityContainer? container)
    {
        ArgumentNullException.ThrowIfNull(toMove);
        if (container is not null && $",{container.Path},".Contains($",{toMove.Id},", StringComparison.Ordinal))
        {
            throw new DataOperationException<MoveOperationStatusType>(MoveOperationStatusType.FailedNotAllowedByPath);
        }

        var originalPath = toMove.Path;
        var moved = new MoveEventInfo<IDataType>(
            toMove,
            originalPath,
            container?.Id ?? Constants.System.Root,
            container?.Key ?? Constants.System.RootKey
        );
        toMove.ParentId = container?.Id ?? Constants.System.Root;
        Save(toMove);
        return [moved];
    }

    private void Insert(IDataType entity)
    {
        entity.AddingEntity();
        nodes.Insert(entity, Constants.ObjectTypes.DataType);
        database.Context.Insert(
            new DataTypeRow
            {
                NodeId = entity.Id,
                EditorAlias = entity.EditorAlias,
                EditorUiAlias = entity.EditorUiAlias,
                DbType = entity.DatabaseType.ToString(),
                Configuration = factory.Configuration(entity),
            }
        );
    }

    private void Update(IDataType entity)
    {
        entity.UpdatingEntity();
        if (entity is IRememberBeingDirty tracking && tracking.IsPropertyDirty(nameof(IDataType.ParentId)))
        {
            nodes.Reparent(entity, Constants.ObjectTypes.DataType);
        }

        nodes.Update(entity);
        var configuration = factory.Configuration(entity);
        database
            .Context.Set<DataTypeRow>()
            .Where(row => row.NodeId == entity.Id)
            .ExecuteUpdate(set =>
                set.SetProperty(row => row.EditorAlias, entity.EditorAlias)
                    .SetProperty(row => row.EditorUiAlias, entity.EditorUiAlias)
                    .SetProperty(row => row.DbType, entity.DatabaseType.ToString())
                    .SetProperty(row => row.Configuration, configuration)
            );
    }

    private List<string> NamesOfOthers(int id) =>
        [
            .. database
                .Context.Set<NodeRow>()
                .Where(node => node.ObjectType == Constants.ObjectTypes.DataType && node.Id != id)
                .Select(node => node.Name ?? string.Empty),
        ];
}
