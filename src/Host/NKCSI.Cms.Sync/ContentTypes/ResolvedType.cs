using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Import;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Sync.ContentTypes;

/// <summary>A property with its data type and the position that Core will give it.</summary>
internal sealed record ResolvedProperty(PropertyRecord Record, IDataType DataType, string? TabAlias, int SortOrder);

/// <summary>A type's record with what it refers to found in the site.</summary>
internal sealed record ResolvedType(
    TypeRecord Record,
    IContentTypeComposition? Parent,
    IReadOnlyList<IContentTypeComposition> Compositions,
    IReadOnlyList<ResolvedProperty> Properties,
    IReadOnlyList<ITemplate> Templates,
    ITemplate? DefaultTemplate,
    Guid? ListView
)
{
    /// <exception cref="SyncFileException">Something without which the type would be half a type is missing.</exception>
    public static ResolvedType Resolve(
        TypeRecord record,
        SiteModel site,
        Func<TypeReference, IContentTypeComposition?> findType,
        ImportEntry entry
    )
    {
        var parent = record.Parent is { } reference
            ? findType(reference) ?? throw new SyncFileException("Info/Parent", "ParentMissing", reference.Alias)
            : null;
        var compositions = record
            .Compositions.Select(composition =>
                findType(composition)
                ?? throw new SyncFileException("Info/Compositions", "CompositionUnknown", composition.Alias)
            )
            .ToList();
        RejectInherited(record, parent is null ? compositions : [.. compositions, parent]);
        var templates = record
            .AllowedTemplates.Select(template => FindTemplate(site, template, entry))
            .OfType<ITemplate>()
            .ToList();
        return new ResolvedType(
            record,
            parent,
            compositions,
            ResolveProperties(record, site, entry),
            templates,
            DefaultOf(record, site, templates, entry),
            record.ListView == Guid.Empty ? null : site.DataTypes.Find(record.ListView)?.Key ?? record.ListView
        );
    }

    private static void RejectInherited(TypeRecord record, IReadOnlyList<IContentTypeComposition> inherited)
    {
        foreach (var property in record.Properties)
        {
            var source = inherited.FirstOrDefault(type =>
                type.CompositionPropertyTypes.Any(known =>
                    known.Alias.Equals(property.Alias, StringComparison.OrdinalIgnoreCase)
                )
            );
            if (source is not null)
            {
                throw new SyncFileException(property.Place, "PropertyInComposition", property.Alias, source.Alias);
            }
        }
    }

    private static List<ResolvedProperty> ResolveProperties(TypeRecord record, SiteModel site, ImportEntry entry)
    {
        var resolved = new List<ResolvedProperty>();
        foreach (
            var property in record
                .Properties.OrderBy(known => known.SortOrder)
                .ThenBy(known => known.Alias, StringComparer.Ordinal)
        )
        {
            var tab = property.TabAlias;
            if (tab is not null && !record.Tabs.Any(known => known.Alias == tab))
            {
                entry.Warn($"{property.Place}/Tab", "TabUnknown", tab);
                tab = null;
            }
            // Core's collections give a property whose position is taken the next free one; so does this.
            var siblings = resolved.Where(known => known.TabAlias == tab).ToList();
            var sortOrder = siblings.Exists(known => known.SortOrder == property.SortOrder)
                ? siblings.Max(known => known.SortOrder) + 1
                : property.SortOrder;
            resolved.Add(new ResolvedProperty(property, FindDataType(property, site, entry), tab, sortOrder));
        }
        return resolved;
    }

    private static IDataType FindDataType(PropertyRecord property, SiteModel site, ImportEntry entry)
    {
        if (site.DataTypes.Find(property.Definition) is { } byKey)
        {
            return byKey;
        }
        var byEditor = site
            .DataTypes.All.Where(type =>
                type.EditorAlias.Equals(property.EditorAlias, StringComparison.OrdinalIgnoreCase)
            )
            .MinBy(type => type.Id);
        if (byEditor is null)
        {
            throw new SyncFileException(
                $"{property.Place}/Definition",
                "DataTypeUnknown",
                property.Definition,
                property.EditorAlias
            );
        }
        entry.Warn($"{property.Place}/Definition", "DataTypeByEditor", property.Definition, byEditor.Name);
        return byEditor;
    }

    private static ITemplate? FindTemplate(SiteModel site, TypeReference reference, ImportEntry entry)
    {
        var template = site.Templates.Find(reference.Key, reference.Alias);
        if (template is null)
        {
            entry.Warn("Info/AllowedTemplates", "TemplateUnknown", reference.Alias);
        }
        return template;
    }

    private static ITemplate? DefaultOf(TypeRecord record, SiteModel site, List<ITemplate> allowed, ImportEntry entry)
    {
        if (record.DefaultTemplate is not { } alias)
        {
            return null;
        }
        if (site.Templates.FindAlias(alias) is not { } template)
        {
            entry.Warn("Info/DefaultTemplate", "TemplateUnknown", alias);
            return null;
        }
        // The default template is always an allowed one.
        if (!allowed.Exists(known => known.Key == template.Key))
        {
            allowed.Add(template);
        }
        return template;
    }
}
