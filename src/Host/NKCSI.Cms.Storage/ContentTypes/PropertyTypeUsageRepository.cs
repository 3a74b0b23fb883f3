using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Whether anybody has entered values for a property.</summary>
internal sealed class PropertyTypeUsageRepository(ScopedDatabase database) : IPropertyTypeUsageRepository
{
    private static readonly Guid[] Kinds =
    [
        Constants.ObjectTypes.DocumentType,
        Constants.ObjectTypes.MediaType,
        Constants.ObjectTypes.MemberType,
    ];

    public Task<bool> HasSavedPropertyValuesAsync(Guid contentTypeKey, string propertyAlias)
    {
        var values =
            from value in database.Context.Set<PropertyDataRow>()
            join property in database.Context.Set<PropertyTypeRow>() on value.PropertyTypeId equals property.Id
            join node in database.Context.Set<NodeRow>() on property.ContentTypeId equals node.Id
            where property.Alias == propertyAlias && node.Key == contentTypeKey
            select value.Id;
        return Task.FromResult(values.Any());
    }

    public Task<bool> ContentTypeExistAsync(Guid contentTypeKey) =>
        Task.FromResult(
            database
                .Context.Set<NodeRow>()
                .Any(node =>
                    node.Key == contentTypeKey && node.ObjectType != null && Kinds.Contains(node.ObjectType.Value)
                )
        );
}
