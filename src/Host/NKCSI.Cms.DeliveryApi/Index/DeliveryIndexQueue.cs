using System.Threading.Channels;

namespace NKCSI.Cms.DeliveryApi.Index;

/// <summary>Documents whose entries are out of date.</summary>
internal sealed class DeliveryIndexQueue
{
    private readonly Channel<DeliveryChange> _changes = Channel.CreateUnbounded<DeliveryChange>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    public ChannelReader<DeliveryChange> Changes => _changes.Reader;

    public void Add(DeliveryChange change) => _changes.Writer.TryWrite(change);
}

/// <summary>A document that changed, with what is below it or not; without a key everything may have.</summary>
internal sealed record DeliveryChange(Guid? Key, bool WithDescendants)
{
    public static DeliveryChange Everything { get; } = new(null, WithDescendants: true);

    /// <summary>Asks for nothing but a rebuild where the index is missing.</summary>
    public static DeliveryChange OnlyWhatIsMissing { get; } = new(Guid.Empty, WithDescendants: false);
}
