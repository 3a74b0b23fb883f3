using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.DataTypes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Writes the groups and property types of a type.</summary>
internal sealed class PropertyWriter(ScopedDatabase database, DataTypeSet dataTypes, PropertyRemoval removal)
{
    private IQueryable<PropertyTypeRow> Properties => database.Context.Set<PropertyTypeRow>();

    private IQueryable<PropertyTypeGroupRow> Groups => database.Context.Set<PropertyTypeGroupRow>();

    /// <summary>Inserts or updates all groups, then all property types, those in groups with the group's id.</summary>
    public void Write(IContentTypeComposition type)
    {
        WriteGroups(type);
        foreach (var property in type.PropertyTypes)
        {
            AssignDataType(property);
        }

        WriteProperties(type);
    }

    /// <summary>Deletes the property types that the type has lost, if it says that its properties changed.</summary>
    public void RemoveMissing(IContentTypeComposition type)
    {
        if (
            type.IsPropertyDirty(nameof(IContentTypeBase.NoGroupPropertyTypes))
            || type.PropertyGroups.Any(group => group.IsPropertyDirty(nameof(PropertyGroup.PropertyTypes)))
        )
        {
            var stored = Properties.Where(row => row.ContentTypeId == type.Id).Select(row => row.Id).ToList();
            Remove(type, stored.Except(type.PropertyTypes.Select(property => property.Id)));
        }
    }

    public void Remove(IContentTypeComposition type, IEnumerable<int> propertyIds) =>
        removal.Remove(type.Key, [.. propertyIds]);

    /// <summary>Deletes the groups that the type has lost.</summary>
    /// <returns>The property types that were in them; those that are in no other group now are to be deleted.</returns>
    public IReadOnlyList<int> RemoveMissingGroups(IContentTypeComposition type)
    {
        if (!type.IsPropertyDirty(nameof(IContentTypeBase.PropertyGroups)))
        {
            return [];
        }

        var kept = type.PropertyGroups.Select(group => group.Id).ToList();
        var lost = Groups
            .Where(row => row.ContentTypeId == type.Id && !kept.Contains(row.Id))
            .Select(row => row.Id)
            .ToList();
        if (lost.Count == 0)
        {
            return [];
        }

        var inside = Properties.Where(row => row.GroupId != null && lost.Contains(row.GroupId.Value));
        var orphans = inside.Select(row => row.Id).ToList();
        inside.ExecuteUpdate(set => set.SetProperty(row => row.GroupId, (int?)null));
        Groups.Where(row => lost.Contains(row.Id)).ExecuteDelete();
        return orphans;
    }

    private void WriteGroups(IContentTypeComposition type)
    {
        var stored = Groups.AsTracking().Where(row => row.ContentTypeId == type.Id).ToDictionary(row => row.Id);
        var written = new List<(PropertyGroup Group, PropertyTypeGroupRow Row)>();
        foreach (var group in type.PropertyGroups)
        {
            if (!stored.TryGetValue(group.Id, out var row))
            {
                row = new PropertyTypeGroupRow { Name = string.Empty, Alias = string.Empty };
                database.Context.Add(row);
            }

            row.ContentTypeId = type.Id;
            row.Key = group.Key;
            row.Name = group.Name ?? string.Empty;
            row.Alias = group.Alias;
            row.Type = (int)group.Type;
            row.SortOrder = group.SortOrder;
            written.Add((group, row));
        }

        Flush();
        foreach (var (group, row) in written)
        {
            group.Id = row.Id;
            foreach (var property in group.PropertyTypes ?? Enumerable.Empty<IPropertyType>())
            {
                var groupId = row.Id;
                property.PropertyGroupId = new Lazy<int>(() => groupId);
            }
        }
    }

    private void WriteProperties(IContentTypeComposition type)
    {
        var ungrouped = type.NoGroupPropertyTypes.ToHashSet();
        var stored = Properties.AsTracking().Where(row => row.ContentTypeId == type.Id).ToDictionary(row => row.Id);
        var written = new List<(IPropertyType Property, PropertyTypeRow Row)>();
        foreach (var property in type.PropertyTypes)
        {
            if (string.IsNullOrWhiteSpace(property.Alias))
            {
                throw new InvalidOperationException($"The property '{property.Name}' has no alias.");
            }

            if (!stored.TryGetValue(property.Id, out var row))
            {
                row = new PropertyTypeRow { Alias = property.Alias };
                database.Context.Add(row);
            }

            // Where a property stands in the model counts, not the group id that it may still carry.
            var groupId = ungrouped.Contains(property) ? null : property.PropertyGroupId?.Value;
            Fill(row, property, type.Id, groupId is 0 ? null : groupId);
            written.Add((property, row));
        }

        Flush();
        foreach (var (property, row) in written)
        {
            property.Id = row.Id;
        }
    }

    private static void Fill(PropertyTypeRow row, IPropertyType property, int typeId, int? groupId)
    {
        row.ContentTypeId = typeId;
        row.DataTypeId = property.DataTypeId;
        row.GroupId = groupId;
        row.Alias = property.Alias;
        row.Name = property.Name;
        row.SortOrder = property.SortOrder;
        row.Mandatory = property.Mandatory;
        row.MandatoryMessage = property.MandatoryMessage;
        row.ValidationRegExp = property.ValidationRegExp;
        row.ValidationRegExpMessage = property.ValidationRegExpMessage;
        row.Description = property.Description;
        row.LabelOnTop = property.LabelOnTop;
        row.Variations = (int)property.Variations;
        row.Key = property.Key;
    }

    /// <summary>A property without a data type gets it by its key, else the lowest one with its editor.</summary>
    private void AssignDataType(IPropertyType property)
    {
        var all = dataTypes.Current.Originals;
        if (property.DataTypeId == 0)
        {
            var assigned =
                all.FirstOrDefault(dataType => dataType.Key == property.DataTypeKey)
                ?? all.Where(dataType =>
                        string.Equals(
                            dataType.EditorAlias,
                            property.PropertyEditorAlias,
                            StringComparison.OrdinalIgnoreCase
                        )
                    )
                    .MinBy(dataType => dataType.Id)
                ?? throw new InvalidOperationException(
                    $"There is no data type for the property {property.Alias} (editor {property.PropertyEditorAlias})."
                );
            property.DataTypeId = assigned.Id;
            property.DataTypeKey = assigned.Key;
        }

        if (!property.HasIdentity && all.FirstOrDefault(type => type.Id == property.DataTypeId) is { } dataType)
        {
            property.PropertyEditorAlias = dataType.EditorAlias;
            property.ValueStorageType = dataType.DatabaseType;
        }
    }

    private void Flush()
    {
        database.Context.SaveChanges();
        database.Context.ChangeTracker.Clear();
    }
}
