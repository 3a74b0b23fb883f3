using System.Collections.Concurrent;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// Published types, built from Core's types when first asked for. There are few and they change rarely, so any change
/// drops them all; what was being built meanwhile is handed out and not kept.
/// </summary>
internal sealed class PublishedContentTypeCache(
    IContentTypeService documentTypes,
    IMediaTypeService mediaTypes,
    IMemberTypeService memberTypes,
    IPublishedContentTypeFactory factory,
    ContentModelVersion version,
    ICoreScopeProvider scopes
) : IPublishedContentTypeCache
{
    private Kept _kept = new(0);

    public IPublishedContentType Get(PublishedItemType itemType, int id) =>
        Get(
            itemType,
            new TypeName(Kind(itemType), Id: id),
            () => Find(itemType, service => service.Get(id)),
            $"id {id}"
        );

    public IPublishedContentType Get(PublishedItemType itemType, Guid key) =>
        Get(
            itemType,
            new TypeName(Kind(itemType), Key: key),
            () => Find(itemType, service => service.Get(key)),
            $"key {key}"
        );

    public IPublishedContentType Get(PublishedItemType itemType, string alias) =>
        Get(
            itemType,
            new TypeName(Kind(itemType), Alias: alias.ToUpperInvariant()),
            () => Find(itemType, service => service.Get(alias)),
            $"alias {alias}"
        );

    public void ClearAll() => version.Advance();

    public void ClearContentType(int id) => version.Advance();

    public void ClearContentTypes(IEnumerable<int> ids) => version.Advance();

    public void ClearDataType(int id) => version.Advance();

    public IEnumerable<IPublishedContentType> ClearByDataTypeId(int id)
    {
        var users = Volatile
            .Read(ref _kept)
            .Types.Values.Distinct()
            .Where(type => type.PropertyTypes.Any(property => property.DataType.Id == id))
            .ToArray();
        version.Advance();
        return users;
    }

    private IPublishedContentType Get(
        PublishedItemType itemType,
        TypeName name,
        Func<IContentTypeComposition?> find,
        string sought
    )
    {
        var current = version.Current;
        var kept = Volatile.Read(ref _kept);
        if (kept.Version != current)
        {
            kept = new Kept(current);
            Volatile.Write(ref _kept, kept);
        }

        if (kept.Types.TryGetValue(name, out var known))
        {
            return known;
        }

        var found = find() ?? throw new InvalidOperationException($"There is no {itemType} type with the {sought}.");
        var built = factory.CreateContentType(found);

        // Inside an open scope the type may not be committed: nobody else may see it yet.
        return scopes.Context is null && version.Current == current ? kept.Keep(Kind(itemType), built) : built;
    }

    private IContentTypeComposition? Find(
        PublishedItemType itemType,
        Func<TypeLookup, IContentTypeComposition?> find
    ) =>
        itemType switch
        {
            PublishedItemType.Content or PublishedItemType.Element => find(
                new TypeLookup(documentTypes.Get, documentTypes.Get, documentTypes.Get)
            ),
            PublishedItemType.Media => find(new TypeLookup(mediaTypes.Get, mediaTypes.Get, mediaTypes.Get)),
            PublishedItemType.Member => find(new TypeLookup(memberTypes.Get, memberTypes.Get, memberTypes.Get)),
            _ => throw new ArgumentOutOfRangeException(nameof(itemType), itemType, "Not a kind of item with types."),
        };

    /// <summary>Element types are document types in storage.</summary>
    private static PublishedItemType Kind(PublishedItemType itemType) =>
        itemType == PublishedItemType.Element ? PublishedItemType.Content : itemType;

    private sealed record TypeLookup(
        Func<int, IContentTypeComposition?> ById,
        Func<Guid, IContentTypeComposition?> ByKey,
        Func<string, IContentTypeComposition?> ByAlias
    )
    {
        public IContentTypeComposition? Get(int id) => ById(id);

        public IContentTypeComposition? Get(Guid key) => ByKey(key);

        public IContentTypeComposition? Get(string alias) => ByAlias(alias);
    }

    private readonly record struct TypeName(
        PublishedItemType Kind,
        int Id = 0,
        Guid Key = default,
        string? Alias = null
    );

    private sealed class Kept(long version)
    {
        public long Version => version;

        public ConcurrentDictionary<TypeName, IPublishedContentType> Types { get; } = new();

        /// <summary>One object for all three names of the type.</summary>
        public IPublishedContentType Keep(PublishedItemType kind, IPublishedContentType built)
        {
            var type = Types.GetOrAdd(new TypeName(kind, Id: built.Id), built);
            Types.TryAdd(new TypeName(kind, Key: type.Key), type);
            Types.TryAdd(new TypeName(kind, Alias: type.Alias.ToUpperInvariant()), type);
            return type;
        }
    }
}
