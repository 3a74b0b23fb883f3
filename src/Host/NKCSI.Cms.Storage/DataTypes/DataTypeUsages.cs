using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.DataTypes;

/// <summary>Which types use a data type, and whether anybody has entered values with it.</summary>
internal sealed class DataTypeUsages(ScopedDatabase database) : IDataTypeUsageRepository
{
    /// <summary>By type, the aliases of its properties that use the data type.</summary>
    public IReadOnlyDictionary<Udi, IEnumerable<string>> InProperties(int dataTypeId)
    {
        var usages =
            from property in database.Context.Set<PropertyTypeRow>()
            join node in database.Context.Set<NodeRow>() on property.ContentTypeId equals node.Id
            where property.DataTypeId == dataTypeId
            orderby node.Id, property.Alias
            select new
            {
                node.ObjectType,
                node.Key,
                property.Alias,
            };
        return ByType(usages.AsEnumerable().Select(usage => (usage.ObjectType, usage.Key, usage.Alias)));
    }

    /// <summary>By type that shows its children in this list, the name of the list.</summary>
    public IReadOnlyDictionary<Udi, IEnumerable<string>> AsListView(IDataType dataType)
    {
        var usages =
            from type in database.Context.Set<ContentTypeRow>()
            join node in database.Context.Set<NodeRow>() on type.NodeId equals node.Id
            where type.ListView == dataType.Key
            orderby node.Id
            select new { node.ObjectType, node.Key };
        return ByType(
            usages.AsEnumerable().Select(usage => (usage.ObjectType, usage.Key, dataType.Name ?? string.Empty))
        );
    }

    public Task<bool> HasSavedValuesAsync(Guid dataTypeKey)
    {
        var values =
            from value in database.Context.Set<PropertyDataRow>()
            join property in database.Context.Set<PropertyTypeRow>() on value.PropertyTypeId equals property.Id
            join node in database.Context.Set<NodeRow>() on property.DataTypeId equals node.Id
            where node.Key == dataTypeKey
            select value.Id;
        return Task.FromResult(values.Any());
    }

    private static Dictionary<Udi, IEnumerable<string>> ByType(
        IEnumerable<(Guid? ObjectType, Guid Key, string Alias)> usages
    ) =>
        usages
            .Where(usage => usage.ObjectType is not null)
            .GroupBy(usage => (usage.ObjectType, usage.Key), usage => usage.Alias)
            .ToDictionary(
                type => (Udi)new GuidUdi(ObjectTypes.GetUdiType(type.Key.ObjectType!.Value), type.Key.Key),
                type => (IEnumerable<string>)[.. type]
            );
}
