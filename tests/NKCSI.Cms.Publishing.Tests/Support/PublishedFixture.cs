using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.Publishing.Caching;
using NKCSI.Cms.Publishing.Published;
using NKCSI.Cms.Publishing.Snapshots;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace NKCSI.Cms.Publishing.Tests.Support;

/// <summary>The published cache over a source and one content type that a test makes up; everything else is real.</summary>
internal sealed class PublishedFixture : IDisposable
{
    public const int TypeId = 1051;

    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();

    public PublishedFixture(
        ContentVariation variations = ContentVariation.Nothing,
        IEnumerable<IPublishedPropertyType>? properties = null,
        int maximumItems = 100
    )
    {
        Model = new ContentModelVersion(Elements);
        Type = new PublishedContentType(
            Guid.NewGuid(),
            TypeId,
            "article",
            PublishedItemType.Content,
            [],
            _ => properties ?? [],
            variations
        );
        Context = new PublishedItemContext(Variations, Elements, _services);
        Items = new PublishedItems(
            Source,
            new PublishedItemBuilder(new OneType(this), new NoopPublishedModelFactory(), Context),
            Model,
            Scopes,
            maximumItems,
            TimeSpan.FromDays(1)
        );
    }

    public ElementsCache Elements { get; } = new();

    public ContentModelVersion Model { get; }

    public SourceStub Source { get; } = new();

    public ScopesStub Scopes { get; } = new();

    public IVariationContextAccessor Variations { get; } = new HybridVariationContextAccessor(NoAppCache.Instance);

    public PublishedContentType Type { get; set; }

    public PublishedItemContext Context { get; }

    public PublishedItems Items { get; }

    public PublishedItem Item(ContentSnapshot snapshot, bool draft = false) => new(snapshot, Type, draft, Context);

    public static ContentSnapshot Snapshot(Guid key, string name = "Име", params ValueSnapshot[] title) =>
        new()
        {
            Id = 1100,
            Key = key,
            ContentTypeId = TypeId,
            Name = name,
            UrlSegment = "ime",
            SortOrder = 0,
            Level = 1,
            Path = "-1,1100",
            CreatorId = -1,
            WriterId = -1,
            CreateDate = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            UpdateDate = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc),
            IsPublishedForm = true,
            IsPublished = true,
            PublishedCultures = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            Cultures = new Dictionary<string, CultureSnapshot>(StringComparer.OrdinalIgnoreCase),
            Values = new Dictionary<string, IReadOnlyList<ValueSnapshot>>(StringComparer.OrdinalIgnoreCase)
            {
                ["title"] = title,
            },
        };

    public void Dispose()
    {
        Items.Dispose();
        _services.Dispose();
    }

    private sealed class OneType(PublishedFixture fixture) : IPublishedContentTypeCache
    {
        public IPublishedContentType Get(PublishedItemType itemType, Guid key) => fixture.Type;

        public IPublishedContentType Get(PublishedItemType itemType, string alias) => fixture.Type;

        public IPublishedContentType Get(PublishedItemType itemType, int id) => fixture.Type;

        public void ClearAll() => fixture.Model.Advance();

        public void ClearContentType(int id) => fixture.Model.Advance();

        public void ClearDataType(int id) => fixture.Model.Advance();
    }
}
