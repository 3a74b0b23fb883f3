using NKCSI.Cms.Storage.Content;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>What a repository of documents or blueprints is made of.</summary>
internal sealed record DocumentParts(
    DocumentRows Rows,
    DocumentReader Reader,
    CachedContent<IContent> Cached,
    DocumentWriter Writer,
    DocumentSchedules Schedules,
    DocumentAccess Permissions,
    ContentPages<IContent> Pages,
    ContentCounts Counts,
    ContentNodeWriter Nodes,
    ContentVersionStore Versions,
    ContentDeletion Deletion,
    TreeIntegrity Integrity,
    TimeProvider Clock
);
