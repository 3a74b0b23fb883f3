using NKCSI.Cms.Storage.Caching;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>
/// All document, media and member types, read in a fixed number of statements and cached. They lie in the cache of
/// document types, which Core's refreshers clear whenever a type, a data type or a template changes.
/// </summary>
internal sealed class TypeSet(
    ScopedDatabase database,
    TypeFactory factory,
    TypeCaches caches,
    EntityCache<IContentType> cache,
    AppCaches appCaches
) : IContentTypeCommonRepository
{
    private static readonly string CacheKey = RepositoryCacheKeys.GetKey<IContentType>() + "set";

    /// <summary>All types, for reading.</summary>
    public AllTypes Current => cache.Get(CacheKey, () => new AllTypes(factory.Build(TypeRows.Read(database.Context))))!;

    public IEnumerable<IContentTypeComposition> GetAllTypes() => Current.All.Many(Array.Empty<int>());

    /// <summary>Called by Core's refreshers, also for changes on another node, and so outside any scope.</summary>
    public void ClearCache()
    {
        appCaches.IsolatedCaches.ClearCache<IContentType>();
        appCaches.IsolatedCaches.ClearCache<IDataType>();
    }

    /// <summary>A type was written: neither the types nor the content that was built with them are valid any more.</summary>
    public void Evict() => caches.Evict();
}

/// <summary>The types, and each kind of them.</summary>
internal sealed class AllTypes
{
    private readonly Dictionary<Type, object> _kinds;

    public AllTypes(IReadOnlyList<IContentTypeComposition> types)
    {
        All = new EntitySet<IContentTypeComposition>(types);
        _kinds = new Dictionary<Type, object>
        {
            [typeof(IContentType)] = new EntitySet<IContentType>(types.OfType<IContentType>()),
            [typeof(IMediaType)] = new EntitySet<IMediaType>(types.OfType<IMediaType>()),
            [typeof(IMemberType)] = new EntitySet<IMemberType>(types.OfType<IMemberType>()),
        };
    }

    public EntitySet<IContentTypeComposition> All { get; }

    public EntitySet<T> Of<T>()
        where T : class, IContentTypeComposition => (EntitySet<T>)_kinds[typeof(T)];

    /// <summary>The types that are composed of the type, directly or through others; for reading only.</summary>
    public IReadOnlyCollection<IContentTypeComposition> ComposersOf(int typeId)
    {
        var composers = new Dictionary<int, IContentTypeComposition>();
        var pending = new Queue<int>([typeId]);
        while (pending.TryDequeue(out var id))
        {
            foreach (var composer in All.Originals.Where(type => type.ContentTypeComposition.Any(c => c.Id == id)))
            {
                if (composers.TryAdd(composer.Id, composer))
                {
                    pending.Enqueue(composer.Id);
                }
            }
        }

        return composers.Values;
    }
}
