using Microsoft.EntityFrameworkCore;
using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Templates;

/// <summary>Templates: rows in the database, their text in files. Source: contracts/storage/semantics.md 8.</summary>
internal sealed class TemplateRepository(
    ScopedDatabase database,
    TemplateSet templates,
    TemplateFiles files,
    TemplateAliases aliases,
    SettingsNodes nodes,
    TimeProvider clock
) : ITemplateRepository
{
    public ITemplate? Get(int id) => templates.Current.Find(id);

    public ITemplate? Get(Guid id) => templates.Current.Find(id);

    public ITemplate? Get(string? alias) => alias is null ? null : GetAll(alias).FirstOrDefault();

    public IEnumerable<ITemplate> GetMany(params int[]? ids) => templates.Current.Many(ids);

    IEnumerable<ITemplate> IReadRepository<Guid, ITemplate>.GetMany(params Guid[]? ids) => templates.Current.Many(ids);

    public bool Exists(int id) => templates.Current.Has(id);

    public bool Exists(Guid id) => templates.Current.Has(id);

    public IEnumerable<ITemplate> Get(IQuery<ITemplate> query) => templates.Current.Matching(query);

    public int Count(IQuery<ITemplate>? query) => templates.Current.Count(query);

    /// <param name="aliases">The aliases; none given means all.</param>
    public IEnumerable<ITemplate> GetAll(params string?[] aliases) =>
        templates.Current.Where(template =>
            aliases.Length == 0 || aliases.Contains(template.Alias, StringComparer.OrdinalIgnoreCase)
        );

    /// <param name="masterTemplateId">The master; 0 or less for the templates without one.</param>
    public IEnumerable<ITemplate> GetChildren(int masterTemplateId) =>
        templates.Current.Where(template => MasterId(template) == Math.Max(masterTemplateId, 0));

    /// <summary>All below the master, masters before those that use them.</summary>
    public IEnumerable<ITemplate> GetDescendants(int masterTemplateId)
    {
        var children = templates.Current.Originals.ToLookup(MasterId);
        var below = new List<ITemplate>(children[Math.Max(masterTemplateId, 0)]);
        for (var next = 0; next < below.Count; next++)
        {
            below.AddRange(children[below[next].Id]);
        }

        return Caching.EntitySet<ITemplate>.Clone(below);
    }

    public Stream GetFileContentStream(string filepath) => files.Open(filepath);

    public void SetFileContent(string filepath, Stream content) => files.Write(filepath, content);

    public long GetFileSize(string filepath) => files.Size(filepath);

    public void Save(ITemplate entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var template = (Template)entity;
        template.Alias = aliases.Free(template.Alias, template.Id);
        if (template.HasIdentity)
        {
            Update(template);
        }
        else
        {
            Insert(template);
        }

        templates.Evict();
        template.ResetDirtyProperties();
        // The text is in the file from now on.
        template.GetFileContent ??= templates.ContentOf(template.Alias);
    }

    /// <summary>Deletes the template with those that have it as their master, and its file.</summary>
    public void Delete(ITemplate entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        foreach (var descendant in GetDescendants(entity.Id).Reverse())
        {
            DeleteRows(descendant);
        }

        DeleteRows(entity);
        files.Delete(entity.Alias);
        templates.Evict();
        entity.DeleteDate = clock.GetUtcNow().UtcDateTime;
    }

    private void Insert(Template template)
    {
        template.AddingEntity();
        var master = Master(template);
        var node = new NodeRow
        {
            Key = template.Key,
            ParentId = master?.Id ?? Constants.System.Root,
            // Whatever the master, templates are on the first level; the path tells the master.
            Level = 1,
            Path = Constants.System.RootString,
            Name = template.Name,
            ObjectType = Constants.ObjectTypes.Template,
            CreateDate = template.CreateDate,
        };
        database.Context.Insert(node);
        template.Id = node.Id;
        template.Path = PathBelow(master, node.Id);
        database
            .Context.Set<NodeRow>()
            .Where(row => row.Id == node.Id)
            .ExecuteUpdate(set => set.SetProperty(row => row.Path, template.Path));
        database.Context.Insert(new TemplateRow { NodeId = node.Id, Alias = template.Alias });
        files.Save(template, oldAlias: null);
    }

    private void Update(Template template)
    {
        var oldAlias = database.Context.Set<TemplateRow>().Single(row => row.NodeId == template.Id).Alias;
        var master = Master(template);
        if (template.IsPropertyDirty(nameof(Template.MasterTemplateId)))
        {
            template.Path = PathBelow(master, template.Id);
        }

        var parentId = master?.Id ?? Constants.System.Root;
        template.UpdateDate = clock.GetUtcNow().UtcDateTime;
        database
            .Context.Set<NodeRow>()
            .Where(row => row.Id == template.Id)
            .ExecuteUpdate(set =>
                set.SetProperty(row => row.Key, template.Key)
                    .SetProperty(row => row.ParentId, parentId)
                    .SetProperty(row => row.Path, template.Path)
                    .SetProperty(row => row.Name, template.Name)
            );
        database
            .Context.Set<TemplateRow>()
            .Where(row => row.NodeId == template.Id)
            .ExecuteUpdate(set => set.SetProperty(row => row.Alias, template.Alias));
        template.IsMasterTemplate = database.Context.Set<NodeRow>().Any(row => row.ParentId == template.Id);
        files.Save(template, oldAlias);
    }

    private void DeleteRows(ITemplate template)
    {
        var rows = database.Context;
        rows.Set<DocumentVersionRow>()
            .Where(row => row.TemplateId == template.Id)
            .ExecuteUpdate(set => set.SetProperty(row => row.TemplateId, (int?)null));
        rows.Set<DocumentTypeTemplateRow>().Where(row => row.TemplateId == template.Id).ExecuteDelete();
        rows.Set<TemplateRow>().Where(row => row.NodeId == template.Id).ExecuteDelete();
        nodes.Delete(template.Id, template.Key);
    }

    private ITemplate? Master(Template template) => MasterId(template) is > 0 and var id ? Get(id) : null;

    private static string PathBelow(ITemplate? master, int id) => $"{master?.Path ?? Constants.System.RootString},{id}";

    private static int MasterId(ITemplate template) => (template as Template)?.MasterTemplateId?.Value ?? 0;
}
