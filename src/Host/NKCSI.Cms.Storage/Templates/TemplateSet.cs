using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Storage.Templates;

/// <summary>All templates, read once and cached; their text is read from the file when somebody asks for it.</summary>
internal sealed class TemplateSet(
    ScopedDatabase database,
    TemplateFiles files,
    IShortStringHelper shortStrings,
    EntityCache<ITemplate> cache,
    TypeCaches typeCaches
)
{
    private static readonly string CacheKey = RepositoryCacheKeys.GetKey<ITemplate>() + "set";

    public EntitySet<ITemplate> Current => cache.Get(CacheKey, Load)!;

    public void Evict()
    {
        cache.EvictAll();
        // Document types hold the templates that they allow, documents the id of theirs.
        typeCaches.Evict();
    }

    /// <summary>Reads the file when the text is first asked for; under the alias of now, whatever it becomes later.</summary>
    public Func<Umbraco.Cms.Core.Models.File, string?> ContentOf(string alias) => _ => files.Read(alias);

    private EntitySet<ITemplate> Load()
    {
        var rows = (
            from template in database.Context.Set<TemplateRow>()
            join node in database.Context.Set<NodeRow>() on template.NodeId equals node.Id
            orderby node.Id
            select new { node, template.Alias }
        ).ToList();
        var aliases = rows.ToDictionary(row => row.node.Id, row => row.Alias);
        var masters = rows.Select(row => row.node.ParentId).ToHashSet();
        return new EntitySet<ITemplate>(
            rows.Select(row => ToModel(row.node, row.Alias, aliases, masters.Contains(row.node.Id)))
        );
    }

    private Template ToModel(NodeRow node, string alias, Dictionary<int, string> aliases, bool isMaster)
    {
        var template = new Template(shortStrings, node.Name, alias, ContentOf(alias));
        template.DisableChangeTracking();
        template.Id = node.Id;
        template.Key = node.Key;
        template.Path = node.Path;
        template.CreateDate = node.CreateDate;
        template.UpdateDate = node.CreateDate;
        template.IsMasterTemplate = isMaster;
        if (aliases.TryGetValue(node.ParentId, out var master))
        {
            var masterId = node.ParentId;
            template.MasterTemplateAlias = master;
            template.MasterTemplateId = new Lazy<int>(() => masterId);
        }

        files.Describe(template);
        template.ResetDirtyProperties(rememberDirty: false);
        template.EnableChangeTracking();
        return template;
    }
}
