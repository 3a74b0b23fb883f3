using NKCSI.Cms.Storage.Documents;
using NKCSI.Cms.Storage.Media;
using NKCSI.Cms.Storage.Nodes;

namespace NKCSI.Cms.Storage.Content;

/// <summary>The joined rows of one document, blueprint or media item, as queries filter, order and read them.</summary>
internal sealed class ContentRecord
{
    public required NodeRow Node { get; init; }

    public required ContentRow Content { get; init; }

    /// <summary>The draft, or the version that was asked for.</summary>
    public required ContentVersionRow Version { get; init; }

    /// <summary>Of documents and blueprints only.</summary>
    public DocumentRow? Document { get; init; }

    /// <summary>Of documents and blueprints only.</summary>
    public DocumentVersionRow? DocumentVersion { get; init; }

    /// <summary>
    /// The version that is published or was last; only <see cref="DocumentRow.Published"/> says whether it still is.
    /// </summary>
    public ContentVersionRow? PublishedVersion { get; init; }

    public DocumentVersionRow? PublishedDocumentVersion { get; init; }

    /// <summary>Of media only.</summary>
    public MediaVersionRow? MediaVersion { get; init; }
}
