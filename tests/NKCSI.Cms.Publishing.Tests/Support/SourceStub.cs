using System.Collections.Concurrent;
using NKCSI.Cms.Publishing.Caching;
using NKCSI.Cms.Publishing.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace NKCSI.Cms.Publishing.Tests.Support;

/// <summary>Storage of the test: what it holds, what was asked of it, and a moment to step in while it is read.</summary>
internal sealed class SourceStub : IItemSource
{
    public ConcurrentDictionary<Guid, ContentSnapshot> Published { get; } = new();

    public ConcurrentDictionary<Guid, ContentSnapshot> Drafts { get; } = new();

    public ConcurrentDictionary<Guid, bool> Unreachable { get; } = new();

    public ConcurrentQueue<Guid[]> Loads { get; } = new();

    /// <summary>Runs after the rows are read and before they are handed over.</summary>
    public Action WhileReading { get; set; } = () => { };

    public PublishedItemType ItemType => PublishedItemType.Content;

    public bool Knows(Guid key) => Published.ContainsKey(key) || Drafts.ContainsKey(key);

    public bool IsReachable(Guid key) => !Unreachable.ContainsKey(key);

    public IEnumerable<ContentSnapshot> Load(IReadOnlyCollection<Guid> keys, bool draft)
    {
        Loads.Enqueue([.. keys]);
        var rows = draft ? Drafts : Published;
        var read = keys.Where(rows.ContainsKey).Select(key => rows[key]).ToList();
        WhileReading();
        return read;
    }
}
