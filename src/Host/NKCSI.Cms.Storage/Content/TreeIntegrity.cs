using System.Globalization;
using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using IssueType = Umbraco.Cms.Core.Models.ContentDataIntegrityReport.IssueType;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Finds and mends paths and levels that do not agree with the parents.</summary>
internal sealed class TreeIntegrity(ScopedDatabase database)
{
    private static readonly int[] Roots =
    [
        Constants.System.Root,
        Constants.System.RecycleBinContent,
        Constants.System.RecycleBinMedia,
    ];

    private CmsDbContext Db => database.Context;

    public ContentDataIntegrityReport Check(ContentKind kind, ContentDataIntegrityReportOptions options)
    {
        var nodes = Db.Set<NodeRow>()
            .Where(node => node.ObjectType == kind.ObjectType)
            .OrderBy(node => node.Level)
            .ThenBy(node => node.ParentId)
            .ThenBy(node => node.SortOrder)
            .ToList();
        var byId = nodes.ToDictionary(node => node.Id);
        var entries = nodes
            .Select(node => (node.Id, Issue: IssueOf(node, byId)))
            .Where(found => found.Issue is not null)
            .ToDictionary(found => found.Id, found => new ContentDataIntegrityReportEntry(found.Issue!.Value));
        if (options.FixIssues && entries.Count > 0)
        {
            Mend(nodes, entries);
        }

        return new ContentDataIntegrityReport(entries);
    }

    private static IssueType? IssueOf(NodeRow node, Dictionary<int, NodeRow> byId)
    {
        var isAtRoot = Roots.Contains(node.ParentId);
        if (!isAtRoot && (!byId.TryGetValue(node.ParentId, out var parent) || parent.Level != node.Level - 1))
        {
            return IssueType.InvalidPathAndLevelByParentId;
        }

        var path = node
            .Path.Split(',')
            .Select(part => int.Parse(part, CultureInfo.InvariantCulture))
            .Where(id => !Roots.Contains(id))
            .ToArray();
        return path.Length == 0 ? IssueType.InvalidPathEmpty
            : path.Length != node.Level ? IssueType.InvalidPathLevelMismatch
            : path[^1] != node.Id ? IssueType.InvalidPathById
            : !isAtRoot && path[^2] != node.ParentId ? IssueType.InvalidPathByParentId
            : null;
    }

    /// <summary>From the top down, so that a mended parent mends its children; only what hangs on the tree can be mended.</summary>
    private void Mend(List<NodeRow> nodes, Dictionary<int, ContentDataIntegrityReportEntry> entries)
    {
        var roots = Db.Set<NodeRow>().Where(node => Roots.Contains(node.Id)).ToList();
        var children = nodes.ToLookup(node => node.ParentId);
        var waiting = new Queue<NodeRow>(roots);
        var mended = new List<NodeRow>();
        while (waiting.TryDequeue(out var parent))
        {
            foreach (var node in children[parent.Id])
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"{parent.Path},{node.Id}");
                if (node.Path != path || node.Level != parent.Level + 1)
                {
                    (node.Path, node.Level) = (path, parent.Level + 1);
                    mended.Add(node);
                }

                if (entries.TryGetValue(node.Id, out var entry))
                {
                    entry.Fixed = true;
                }

                waiting.Enqueue(node);
            }
        }

        Db.Replace(mended);
    }
}
