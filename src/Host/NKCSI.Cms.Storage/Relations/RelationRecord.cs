using NKCSI.Cms.Storage.Nodes;

namespace NKCSI.Cms.Storage.Relations;

/// <summary>A relation with its kind and both its ends.</summary>
internal sealed class RelationRecord
{
    public required RelationRow Relation { get; init; }

    public required RelationTypeRow Type { get; init; }

    public required NodeRow Parent { get; init; }

    public required NodeRow Child { get; init; }
}
