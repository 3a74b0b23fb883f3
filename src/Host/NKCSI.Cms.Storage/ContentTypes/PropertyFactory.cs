using NKCSI.Cms.Storage.DataTypes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Gives a type its groups and property types.</summary>
internal sealed class PropertyFactory(IShortStringHelper shortStrings)
{
    public void AddTo(ContentTypeCompositionBase type, TypeRows rows)
    {
        var groups = rows.Groups[type.Id].Select(row => ToGroup(row, type.SupportsPublishing)).ToList();
        var byId = groups.ToDictionary(group => group.Id);
        var ungrouped = new PropertyTypeCollection(type.SupportsPublishing);
        foreach (var row in rows.Properties[type.Id])
        {
            var property = ToModel(row);
            if (row.Row.GroupId is { } groupId && byId.TryGetValue(groupId, out var group))
            {
                group.PropertyTypes!.Add(property);
            }
            else
            {
                ungrouped.Add(property);
            }
        }

        type.NoGroupPropertyTypes = ungrouped;
        type.PropertyGroups = new PropertyGroupCollection(groups);
        if (type is MemberType memberType)
        {
            SetMemberRights(memberType, rows);
        }
    }

    private static PropertyGroup ToGroup(PropertyTypeGroupRow row, bool isPublishing) =>
        new(new PropertyTypeCollection(isPublishing))
        {
            Id = row.Id,
            Key = row.Key,
            Name = row.Name,
            Alias = row.Alias,
            Type = (PropertyGroupType)row.Type,
            SortOrder = row.SortOrder,
        };

    private PropertyType ToModel(PropertyTypeWithDataType source)
    {
        var row = source.Row;
        var groupId = row.GroupId;
        return new PropertyType(
            shortStrings,
            source.DataType.EditorAlias,
            DataTypeFactory.StorageType(source.DataType.DbType),
            forceValueStorageType: false,
            row.Alias
        )
        {
            Id = row.Id,
            Key = row.Key,
            DataTypeId = row.DataTypeId,
            DataTypeKey = source.DataTypeKey,
            Name = row.Name ?? string.Empty,
            Description = row.Description,
            PropertyGroupId = groupId is { } id ? new Lazy<int>(() => id) : null,
            SortOrder = row.SortOrder,
            Mandatory = row.Mandatory,
            MandatoryMessage = row.MandatoryMessage,
            ValidationRegExp = row.ValidationRegExp,
            ValidationRegExpMessage = row.ValidationRegExpMessage,
            LabelOnTop = row.LabelOnTop,
            Variations = (ContentVariation)row.Variations,
        };
    }

    private static void SetMemberRights(MemberType type, TypeRows rows)
    {
        var rights = rows.MemberProperties[type.Id].ToDictionary(row => row.PropertyTypeId);
        foreach (var property in type.PropertyTypes)
        {
            if (rights.TryGetValue(property.Id, out var row))
            {
                type.SetIsSensitiveProperty(property.Alias, row.IsSensitive);
                type.SetMemberCanEditProperty(property.Alias, row.MemberCanEdit);
                type.SetMemberCanViewProperty(property.Alias, row.ViewOnProfile);
            }
        }
    }
}
