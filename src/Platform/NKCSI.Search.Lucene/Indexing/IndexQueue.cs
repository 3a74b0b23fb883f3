using System.Threading.Channels;

namespace NKCSI.Search.Lucene.Indexing;

/// <summary>What changed since the index was last brought up to date.</summary>
internal sealed class IndexQueue
{
    private readonly Channel<IndexChange> _changes = Channel.CreateUnbounded<IndexChange>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    public ChannelReader<IndexChange> Changes => _changes.Reader;

    public void Add(IndexChange change) => _changes.Writer.TryWrite(change);
}

/// <summary>A document that changed, with what is below it or not; without a key: everything may have.</summary>
internal sealed record IndexChange(Guid? Key, bool WithDescendants);
