using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Sync.ContentTypes;

/// <summary>What a type says, from the stored type and from its file, element by element.</summary>
internal static class TypeState
{
    public static CanonicalState Of(
        IContentTypeComposition type,
        string folder,
        ResolvedType wanted,
        bool newPropertiesOnly
    )
    {
        var state = new CanonicalState()
            .Add("@Alias", type.Alias)
            .Add("Info/Name", type.Name)
            .Add("Info/Description", type.Description)
            .Add("Info/AllowAtRoot", type.AllowedAsRoot)
            .Add("Info/ListView", type.ListView)
            .Add("Info/Variations", type.Variations.ToString())
            .Add("Info/Folder", folder)
            .Add("Info/Compositions", Keys(type.ContentTypeComposition.Where(known => known.Id != type.ParentId)));
        if (wanted.Record.Icon is not null)
        {
            state.Add("Info/Icon", type.Icon);
        }
        if (wanted.Record.Thumbnail is not null)
        {
            state.Add("Info/Thumbnail", type.Thumbnail);
        }
        if (type is IContentType document)
        {
            state
                .Add("Info/IsElement", document.IsElement)
                .Add("Info/HistoryCleanup/PreventCleanup", document.HistoryCleanup?.PreventCleanup ?? false)
                .Add("Info/HistoryCleanup/KeepAll", document.HistoryCleanup?.KeepAllVersionsNewerThanDays)
                .Add("Info/HistoryCleanup/KeepLatest", document.HistoryCleanup?.KeepLatestVersionPerDayForDays)
                .Add("Info/DefaultTemplate", document.DefaultTemplate?.Key)
                .Add("Info/AllowedTemplates", Keys(document.AllowedTemplates ?? []));
        }
        foreach (var group in type.PropertyGroups)
        {
            if (!newPropertiesOnly || wanted.Record.Tabs.Any(tab => tab.Alias == group.Alias))
            {
                AddTab(state, group.Alias, group.Key, group.Name, group.Type, group.SortOrder);
            }
        }
        foreach (var property in type.PropertyTypes)
        {
            if (!newPropertiesOnly || wanted.Properties.Any(known => known.Record.Alias == property.Alias))
            {
                AddProperty(state, type, property);
            }
        }
        return state;
    }

    public static CanonicalState Of(ResolvedType type, string folder, bool isDocumentType, bool isMemberType)
    {
        var record = type.Record;
        var state = new CanonicalState()
            .Add("@Alias", record.Alias)
            .Add("Info/Name", record.Name)
            .Add("Info/Description", record.Description)
            .Add("Info/AllowAtRoot", record.AllowAtRoot)
            .Add("Info/ListView", type.ListView)
            .Add("Info/Variations", record.Variations.ToString())
            .Add("Info/Folder", folder)
            .Add("Info/Compositions", Keys(type.Compositions.Where(known => known.Key != type.Parent?.Key)));
        if (record.Icon is not null)
        {
            state.Add("Info/Icon", record.Icon);
        }
        if (record.Thumbnail is not null)
        {
            state.Add("Info/Thumbnail", record.Thumbnail);
        }
        if (isDocumentType)
        {
            state
                .Add("Info/IsElement", record.IsElement)
                .Add("Info/HistoryCleanup/PreventCleanup", record.PreventCleanup)
                .Add("Info/HistoryCleanup/KeepAll", record.KeepAllVersionsNewerThanDays)
                .Add("Info/HistoryCleanup/KeepLatest", record.KeepLatestVersionPerDayForDays)
                .Add("Info/DefaultTemplate", type.DefaultTemplate?.Key)
                .Add("Info/AllowedTemplates", Keys(type.Templates));
        }
        foreach (var tab in record.Tabs)
        {
            AddTab(state, tab.Alias, tab.Key, tab.Name, tab.Type, tab.SortOrder);
        }
        foreach (var property in type.Properties)
        {
            AddProperty(state, property, isMemberType);
        }
        return state;
    }

    private static void AddTab(
        CanonicalState state,
        string alias,
        Guid key,
        string? name,
        PropertyGroupType kind,
        int sortOrder
    )
    {
        var place = $"Tabs/{alias}";
        state
            .Add($"{place}/Key", key)
            .Add($"{place}/Caption", name)
            .Add($"{place}/Type", kind.ToString())
            .Add($"{place}/SortOrder", sortOrder);
    }

    private static void AddProperty(CanonicalState state, IContentTypeComposition type, IPropertyType property)
    {
        var group = type.PropertyGroups.FirstOrDefault(known => known.PropertyTypes?.Contains(property.Alias) == true);
        var place = $"GenericProperties/{property.Alias}";
        state
            .Add($"{place}/Key", property.Key)
            .Add($"{place}/Name", property.Name)
            .Add($"{place}/Definition", property.DataTypeKey)
            .Add($"{place}/Mandatory", property.Mandatory)
            .Add($"{place}/MandatoryMessage", property.MandatoryMessage)
            .Add($"{place}/Validation", property.ValidationRegExp)
            .Add($"{place}/ValidationRegExpMessage", property.ValidationRegExpMessage)
            .Add($"{place}/Description", property.Description)
            .Add($"{place}/SortOrder", property.SortOrder)
            .Add($"{place}/LabelOnTop", property.LabelOnTop)
            .Add($"{place}/Variations", property.Variations.ToString())
            .Add($"{place}/Tab", group?.Alias);
        if (type is IMemberType member)
        {
            state
                .Add($"{place}/CanEdit", member.MemberCanEditProperty(property.Alias))
                .Add($"{place}/CanView", member.MemberCanViewProperty(property.Alias))
                .Add($"{place}/IsSensitive", member.IsSensitiveProperty(property.Alias));
        }
    }

    private static void AddProperty(CanonicalState state, ResolvedProperty property, bool isMemberType)
    {
        var record = property.Record;
        state
            .Add($"{record.Place}/Key", record.Key)
            .Add($"{record.Place}/Name", record.Name)
            .Add($"{record.Place}/Definition", property.DataType.Key)
            .Add($"{record.Place}/Mandatory", record.Mandatory)
            .Add($"{record.Place}/MandatoryMessage", record.MandatoryMessage)
            .Add($"{record.Place}/Validation", record.Validation)
            .Add($"{record.Place}/ValidationRegExpMessage", record.ValidationMessage)
            .Add($"{record.Place}/Description", record.Description)
            .Add($"{record.Place}/SortOrder", property.SortOrder)
            .Add($"{record.Place}/LabelOnTop", record.LabelOnTop)
            .Add($"{record.Place}/Variations", record.Variations.ToString())
            .Add($"{record.Place}/Tab", property.TabAlias);
        if (isMemberType)
        {
            state
                .Add($"{record.Place}/CanEdit", record.CanEdit)
                .Add($"{record.Place}/CanView", record.CanView)
                .Add($"{record.Place}/IsSensitive", record.IsSensitive);
        }
    }

    private static string Keys(IEnumerable<Umbraco.Cms.Core.Models.Entities.IEntity> entities) =>
        string.Join(',', entities.Select(entity => entity.Key.ToString("D")).Order(StringComparer.Ordinal));
}
