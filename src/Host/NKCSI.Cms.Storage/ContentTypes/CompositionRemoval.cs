using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Content;
using NKCSI.Cms.Storage.Scopes;
using NKCSI.Cms.Storage.Tags;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>
/// A type that is no longer composed of another loses the values of the other's properties, and so do the types that
/// are composed of it, unless they have the properties from elsewhere.
/// </summary>
internal sealed class CompositionRemoval(ScopedDatabase database, TypeSet types)
{
    /// <param name="composers">The types that are composed of the type, directly or through others.</param>
    public void RemoveValues(IContentTypeComposition type, IReadOnlyCollection<IContentTypeComposition> composers)
    {
        var removed = type.RemovedContentTypes.ToHashSet();
        if (removed.Count == 0)
        {
            return;
        }

        var lost = database
            .Context.Set<PropertyTypeRow>()
            .Where(row => removed.Contains(row.ContentTypeId))
            .Select(row => row.Id)
            .ToHashSet();
        types.Evict();
        foreach (var affected in composers.Select(composer => composer.Id).Append(type.Id))
        {
            var kept = types.Current.All.Find(affected)!.CompositionPropertyTypes.Select(property => property.Id);
            RemoveValues(affected, [.. lost.Except(kept)]);
        }
    }

    private void RemoveValues(int typeId, IReadOnlyCollection<int> propertyIds)
    {
        if (propertyIds.Count == 0)
        {
            return;
        }

        var contentIds = database
            .Context.Set<ContentRow>()
            .Where(row => row.ContentTypeId == typeId)
            .Select(row => row.NodeId);
        var versionIds = database
            .Context.Set<ContentVersionRow>()
            .Where(row => contentIds.Contains(row.NodeId))
            .Select(row => row.Id);
        database
            .Context.Set<PropertyDataRow>()
            .Where(row => versionIds.Contains(row.VersionId) && propertyIds.Contains(row.PropertyTypeId))
            .ExecuteDelete();
        database
            .Context.Set<TagRelationshipRow>()
            .Where(row => contentIds.Contains(row.NodeId) && propertyIds.Contains(row.PropertyTypeId))
            .ExecuteDelete();
    }
}
