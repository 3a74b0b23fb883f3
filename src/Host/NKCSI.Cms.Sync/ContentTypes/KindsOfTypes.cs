using NKCSI.Cms.Sync.Import;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Sync.ContentTypes;

/// <summary>Document types and element types.</summary>
internal sealed class DocumentTypeImporter(
    IContentTypeService types,
    IContentTypeContainerService containers,
    TypeShape shape,
    IShortStringHelper shortStrings
) : TypeImporter<IContentType>(types, containers, shape)
{
    public override SyncKind Kind => SyncKind.ContentType;

    protected override EntityIndex<IContentType> Index(SiteModel site) => site.ContentTypes;

    protected override IContentType New(int parentId, IContentType? parent, string alias) =>
        parent is null
            ? new ContentType(shortStrings, parentId) { Alias = alias }
            : new ContentType(shortStrings, parent, alias);
}

/// <summary>Media types.</summary>
internal sealed class MediaTypeImporter(
    IMediaTypeService types,
    IMediaTypeContainerService containers,
    TypeShape shape,
    IShortStringHelper shortStrings
) : TypeImporter<IMediaType>(types, containers, shape)
{
    public override SyncKind Kind => SyncKind.MediaType;

    protected override EntityIndex<IMediaType> Index(SiteModel site) => site.MediaTypes;

    protected override IMediaType New(int parentId, IMediaType? parent, string alias) =>
        parent is null
            ? new MediaType(shortStrings, parentId) { Alias = alias }
            : new MediaType(shortStrings, parent, alias);
}

/// <summary>Member types.</summary>
internal sealed class MemberTypeImporter(
    IMemberTypeService types,
    IMemberTypeContainerService containers,
    TypeShape shape,
    IShortStringHelper shortStrings
) : TypeImporter<IMemberType>(types, containers, shape)
{
    public override SyncKind Kind => SyncKind.MemberType;

    protected override EntityIndex<IMemberType> Index(SiteModel site) => site.MemberTypes;

    protected override IMemberType New(int parentId, IMemberType? parent, string alias) =>
        parent is null
            ? new MemberType(shortStrings, parentId) { Alias = alias }
            : new MemberType(shortStrings, parent, alias);
}
