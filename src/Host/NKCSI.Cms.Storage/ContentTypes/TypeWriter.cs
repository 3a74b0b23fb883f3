using System.Data;
using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>
/// Writes what all kinds of types have in common, in the order that the foreign keys want.
/// Source: contracts/storage/semantics.md 7.
/// </summary>
internal sealed class TypeWriter(
    ScopedDatabase database,
    TypeSet types,
    SettingsNodes nodes,
    PropertyWriter properties,
    CompositionRemoval compositionRemoval,
    VariationSwitch variationSwitch
)
{
    private const string DefaultThumbnail = "folder.png";

    /// <exception cref="InvalidOperationException">The type has no alias, or a property varies by more than its type.</exception>
    /// <exception cref="DuplicateNameException">A type of the same kind has the alias.</exception>
    public void Insert(IContentTypeComposition type, Guid objectType)
    {
        Validate(type, objectType);
        type.AddingEntity();
        nodes.Insert(type, objectType);
        database.Context.Insert(
            new ContentTypeRow
            {
                NodeId = type.Id,
                Alias = type.Alias,
                Icon = type.Icon,
                Thumbnail = Thumbnail(type),
                Description = type.Description,
                ListView = type.ListView,
                IsElement = type.IsElement,
                AllowAtRoot = type.AllowedAsRoot,
                Variations = (int)type.Variations,
            }
        );
        InsertCompositions(type);
        InsertAllowed(type);
        properties.Write(type);
    }

    /// <exception cref="InvalidOperationException">The type has no alias.</exception>
    /// <exception cref="DuplicateNameException">A type of the same kind has the alias.</exception>
    public void Update(IContentTypeComposition type, Guid objectType)
    {
        foreach (var property in type.PropertyTypes)
        {
            property.Variations &= type.Variations;
        }

        Validate(type, objectType);
        type.UpdatingEntity();
        var oldVariations = (ContentVariation)
            database.Context.Set<ContentTypeRow>().Single(row => row.NodeId == type.Id).Variations;
        var composers = types.Current.ComposersOf(type.Id);

        if (type.IsPropertyDirty(nameof(IContentTypeComposition.ParentId)))
        {
            nodes.Reparent(type, objectType);
        }

        nodes.Update(type);
        UpdateRow(type);
        database.Context.Set<ContentTypeCompositionRow>().Where(row => row.ChildId == type.Id).ExecuteDelete();
        InsertCompositions(type);
        database.Context.Set<AllowedContentTypeRow>().Where(row => row.Id == type.Id).ExecuteDelete();
        InsertAllowed(type);

        properties.RemoveMissing(type);
        var orphans = properties.RemoveMissingGroups(type);
        var changes = variationSwitch.Begin(type, oldVariations);
        properties.Write(type);
        variationSwitch.Complete(type, changes, composers);
        properties.Remove(type, orphans.Except(type.PropertyTypes.Select(property => property.Id)));

        compositionRemoval.RemoveValues(type, composers);
    }

    private void Validate(IContentTypeComposition type, Guid objectType)
    {
        if (string.IsNullOrWhiteSpace(type.Alias))
        {
            throw new InvalidOperationException($"The type '{type.Name}' has no alias.");
        }

        if (type.PropertyTypes.FirstOrDefault(p => !type.Variations.HasFlag(p.Variations)) is { } property)
        {
            throw new InvalidOperationException(
                $"The property {property.Alias} varies by {property.Variations}, its type by {type.Variations} only."
            );
        }

        var same =
            from row in database.Context.Set<ContentTypeRow>()
            join node in database.Context.Set<NodeRow>() on row.NodeId equals node.Id
            where node.ObjectType == objectType && row.Alias == type.Alias && node.Id != type.Id
            select row.NodeId;
        if (same.Any())
        {
            throw new DuplicateNameException($"Another type has the alias {type.Alias} already.");
        }
    }

    private void UpdateRow(IContentTypeComposition type)
    {
        var thumbnail = Thumbnail(type);
        var variations = (int)type.Variations;
        database
            .Context.Set<ContentTypeRow>()
            .Where(row => row.NodeId == type.Id)
            .ExecuteUpdate(set =>
                set.SetProperty(row => row.Alias, type.Alias)
                    .SetProperty(row => row.Icon, type.Icon)
                    .SetProperty(row => row.Thumbnail, thumbnail)
                    .SetProperty(row => row.Description, type.Description)
                    .SetProperty(row => row.ListView, type.ListView)
                    .SetProperty(row => row.IsElement, type.IsElement)
                    .SetProperty(row => row.AllowAtRoot, type.AllowedAsRoot)
                    .SetProperty(row => row.Variations, variations)
            );
    }

    private void InsertCompositions(IContentTypeComposition type) =>
        database.Context.Insert(
            type.ContentTypeComposition.Select(composition => composition.Id)
                .Where(id => id != type.Id && id != 0)
                .Distinct()
                .Select(id => new ContentTypeCompositionRow { ParentId = id, ChildId = type.Id })
        );

    /// <summary>The model knows the allowed types by key and any sort order, the rows by id and 0, 1, 2…</summary>
    private void InsertAllowed(IContentTypeComposition type)
    {
        var keys = (type.AllowedContentTypes ?? []).OrderBy(sort => sort.SortOrder).Select(sort => sort.Key).ToList();
        if (keys.Count == 0)
        {
            return;
        }

        var ids = database
            .Context.Set<NodeRow>()
            .Where(node => keys.Contains(node.Key))
            .ToDictionary(node => node.Key, node => node.Id);
        database.Context.Insert(
            keys.Where(ids.ContainsKey)
                .Distinct()
                .Select(
                    (key, index) =>
                        new AllowedContentTypeRow
                        {
                            Id = type.Id,
                            AllowedId = ids[key],
                            SortOrder = index,
                        }
                )
        );
    }

    private static string Thumbnail(IContentTypeComposition type) =>
        string.IsNullOrEmpty(type.Thumbnail) ? DefaultThumbnail : type.Thumbnail;
}
