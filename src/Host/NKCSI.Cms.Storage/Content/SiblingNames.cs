using NKCSI.Cms.Storage.Database;
using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.Content;

/// <summary>Keeps the names of siblings apart.</summary>
internal sealed class SiblingNames(ScopedDatabase database)
{
    /// <summary>The name itself, or with a number if a sibling bears it.</summary>
    public string? MakeUnique(ContentKind kind, IContentBase content)
    {
        if (!kind.NamesAreUnique || string.IsNullOrWhiteSpace(content.Name))
        {
            return content.Name;
        }

        var stem = UniqueName.Stem(content.Name);
        var others = database
            .Context.Set<NodeRow>()
            .Where(node =>
                node.ParentId == content.ParentId
                && node.ObjectType == kind.ObjectType
                && node.Id != content.Id
                && SqliteText.ContainsIgnoringCase(node.Name, stem)
            )
            .Select(node => node.Name!)
            .ToList();
        return UniqueName.Among(others, content.Name);
    }

    /// <summary>The names that the siblings bear in their drafts, by language.</summary>
    public ILookup<int, string> InLanguages(ContentKind kind, IContentBase content) =>
        (
            from culture in database.Context.Set<ContentVersionCultureRow>()
            join version in database.Context.Set<ContentVersionRow>() on culture.VersionId equals version.Id
            join node in database.Context.Set<NodeRow>() on version.NodeId equals node.Id
            where
                version.Current
                && node.ParentId == content.ParentId
                && node.ObjectType == kind.ObjectType
                && node.Id != content.Id
            select new { culture.LanguageId, culture.Name }
        ).ToLookup(row => row.LanguageId, row => row.Name);
}
