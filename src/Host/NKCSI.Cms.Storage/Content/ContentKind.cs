using Umbraco.Cms.Core;

namespace NKCSI.Cms.Storage.Content;

/// <summary>What tells documents, blueprints and media apart where they are stored alike.</summary>
/// <param name="ObjectType">The object type of the node.</param>
/// <param name="RecycleBinId">The node under which deleted items lie.</param>
/// <param name="NamesAreUnique">Whether two siblings may not bear the same name.</param>
internal sealed record ContentKind(Guid ObjectType, int RecycleBinId, bool NamesAreUnique)
{
    public static readonly ContentKind Document = new(
        Constants.ObjectTypes.Document,
        Constants.System.RecycleBinContent,
        NamesAreUnique: true
    );

    public static readonly ContentKind Blueprint = new(
        Constants.ObjectTypes.DocumentBlueprint,
        Constants.System.RecycleBinContent,
        NamesAreUnique: false
    );

    public static readonly ContentKind Media = new(
        Constants.ObjectTypes.Media,
        Constants.System.RecycleBinMedia,
        NamesAreUnique: true
    );
}
