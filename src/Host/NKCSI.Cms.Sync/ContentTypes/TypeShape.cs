using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Sync.ContentTypes;

/// <summary>Gives a type the fields, compositions, tabs and properties of its file; keys and stored ids stay.</summary>
internal sealed class TypeShape(IShortStringHelper shortStrings)
{
    public void Apply(IContentTypeComposition type, ResolvedType wanted, bool newPropertiesOnly)
    {
        ApplyInfo(type, wanted);
        ApplyCompositions(type, wanted);
        ApplyProperties(type, wanted, newPropertiesOnly);
        if (type is IContentType document)
        {
            ApplyDocumentInfo(document, wanted);
        }
        if (type is IMemberType member)
        {
            foreach (var property in wanted.Properties)
            {
                member.SetMemberCanEditProperty(property.Record.Alias, property.Record.CanEdit);
                member.SetMemberCanViewProperty(property.Record.Alias, property.Record.CanView);
                member.SetIsSensitiveProperty(property.Record.Alias, property.Record.IsSensitive);
            }
        }
    }

    private static void ApplyInfo(IContentTypeComposition type, ResolvedType wanted)
    {
        var record = wanted.Record;
        type.Alias = record.Alias;
        type.Name = record.Name;
        type.Icon = record.Icon ?? type.Icon;
        type.Thumbnail = record.Thumbnail ?? type.Thumbnail;
        type.Description = record.Description;
        type.AllowedAsRoot = record.AllowAtRoot;
        type.ListView = wanted.ListView;
        if (type.Variations != record.Variations)
        {
            type.Variations = record.Variations;
        }
    }

    private static void ApplyDocumentInfo(IContentType type, ResolvedType wanted)
    {
        var record = wanted.Record;
        type.IsElement = record.IsElement;
        type.HistoryCleanup ??= new HistoryCleanup();
        type.HistoryCleanup.PreventCleanup = record.PreventCleanup;
        type.HistoryCleanup.KeepAllVersionsNewerThanDays = record.KeepAllVersionsNewerThanDays;
        type.HistoryCleanup.KeepLatestVersionPerDayForDays = record.KeepLatestVersionPerDayForDays;
        type.AllowedTemplates = wanted.Templates;
        type.SetDefaultTemplate(wanted.DefaultTemplate);
    }

    private static void ApplyCompositions(IContentTypeComposition type, ResolvedType wanted)
    {
        var keys = wanted.Compositions.Select(composition => composition.Key).ToHashSet();
        if (wanted.Parent is not null)
        {
            keys.Add(wanted.Parent.Key);
        }
        foreach (var former in type.ContentTypeComposition.Where(known => !keys.Contains(known.Key)).ToList())
        {
            type.RemoveContentType(former.Key);
        }
        foreach (var composition in wanted.Compositions)
        {
            if (type.ContentTypeComposition.All(known => known.Key != composition.Key))
            {
                type.AddContentType(composition);
            }
        }
    }

    private void ApplyProperties(IContentTypeComposition type, ResolvedType wanted, bool newPropertiesOnly)
    {
        var former = type.PropertyTypes.ToList();
        var kept = new List<(IPropertyType Property, string? Tab)>();
        foreach (var property in wanted.Properties)
        {
            var known =
                former.Find(stored => stored.Key == property.Record.Key)
                ?? former.Find(stored =>
                    stored.Alias.Equals(property.Record.Alias, StringComparison.OrdinalIgnoreCase)
                );
            kept.Add(
                (known ?? new PropertyType(shortStrings, property.DataType, property.Record.Alias), property.TabAlias)
            );
        }
        if (newPropertiesOnly)
        {
            kept.AddRange(
                former
                    .Where(stored => !kept.Exists(item => ReferenceEquals(item.Property, stored)))
                    .Select(stored => (stored, GroupOf(type, stored)?.Alias))
            );
        }
        // Core learns of a removal only from this method, not from the new collections below.
        foreach (var gone in former.Where(stored => !kept.Exists(item => ReferenceEquals(item.Property, stored))))
        {
            type.RemovePropertyType(gone.Alias);
        }
        var formerGroups = Detach(type);
        var groups = Groups(formerGroups, type is IContentType, wanted, newPropertiesOnly);
        foreach (var property in wanted.Properties.Zip(kept, (record, item) => (record, item.Property)))
        {
            ApplyProperty(property.Property, property.record);
        }
        foreach (var group in groups)
        {
            group.PropertyTypes = Collect(type, kept, group.Alias);
            foreach (var property in group.PropertyTypes)
            {
                property.PropertyGroupId = new Lazy<int>(() => group.Id);
            }
        }
        type.PropertyGroups = new PropertyGroupCollection(groups);
        type.NoGroupPropertyTypes = Collect(type, kept, null);
        foreach (var property in type.NoGroupPropertyTypes)
        {
            property.PropertyGroupId = null;
        }
    }

    // Properties leave their collections before they change, or the collections would keep them under their old aliases.
    private static List<PropertyGroup> Detach(IContentTypeComposition type)
    {
        var groups = type.PropertyGroups.ToList();
        foreach (var group in groups)
        {
            group.PropertyTypes = new PropertyTypeCollection(type is IContentType);
        }
        type.NoGroupPropertyTypes = new PropertyTypeCollection(type is IContentType);
        type.PropertyGroups.Clear();
        return groups;
    }

    private static List<PropertyGroup> Groups(
        List<PropertyGroup> former,
        bool supportsPublishing,
        ResolvedType wanted,
        bool newPropertiesOnly
    )
    {
        var groups = new List<PropertyGroup>();
        foreach (var tab in wanted.Record.Tabs)
        {
            var group =
                former.Find(known => known.Key == tab.Key)
                ?? former.Find(known => known.Alias == tab.Alias)
                ?? new PropertyGroup(supportsPublishing);
            groups.Add(group);
        }
        if (newPropertiesOnly)
        {
            groups.AddRange(former.Where(known => !groups.Contains(known)));
        }
        foreach (var (tab, group) in wanted.Record.Tabs.Zip(groups))
        {
            group.Key = tab.Key;
            group.Name = tab.Name;
            group.Alias = tab.Alias;
            group.Type = tab.Type;
            group.SortOrder = tab.SortOrder;
        }
        return groups;
    }

    private static PropertyTypeCollection Collect(
        IContentTypeComposition type,
        IEnumerable<(IPropertyType Property, string? Tab)> properties,
        string? tab
    ) => new(type is IContentType, properties.Where(item => item.Tab == tab).Select(item => item.Property));

    private static PropertyGroup? GroupOf(IContentTypeComposition type, IPropertyType property) =>
        type.PropertyGroups.FirstOrDefault(group => group.PropertyTypes?.Contains(property.Alias) == true);

    private static void ApplyProperty(IPropertyType property, ResolvedProperty wanted)
    {
        var record = wanted.Record;
        property.Key = record.Key;
        property.Alias = record.Alias;
        property.Name = record.Name;
        property.Description = record.Description;
        property.Mandatory = record.Mandatory;
        property.MandatoryMessage = record.MandatoryMessage;
        property.ValidationRegExp = record.Validation;
        property.ValidationRegExpMessage = record.ValidationMessage;
        property.SortOrder = wanted.SortOrder;
        property.LabelOnTop = record.LabelOnTop;
        property.Variations = record.Variations;
        if (property.DataTypeKey != wanted.DataType.Key || property.DataTypeId != wanted.DataType.Id)
        {
            property.DataTypeId = wanted.DataType.Id;
            property.DataTypeKey = wanted.DataType.Key;
            property.PropertyEditorAlias = wanted.DataType.EditorAlias;
            property.ValueStorageType = wanted.DataType.DatabaseType;
        }
    }
}
