using NKCSI.Cms.Storage.ContentTypes;
using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Nodes;

namespace NKCSI.Cms.Storage.Entities;

/// <summary>A node with what its light entity shows; what belongs to content only is null for everything else.</summary>
internal sealed class EntityDetails
{
    public required NodeRow Node { get; init; }

    public required bool HasChildren { get; init; }

    /// <summary>When the draft was last saved.</summary>
    public DateTime? VersionDate { get; init; }

    public ContentTypeRow? ContentType { get; init; }

    public Guid? ContentTypeKey { get; init; }

    public DocumentRow? Document { get; init; }

    public string? MediaPath { get; init; }
}
