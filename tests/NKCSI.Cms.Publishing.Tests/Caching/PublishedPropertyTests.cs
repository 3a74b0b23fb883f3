using NKCSI.Cms.Publishing.Snapshots;
using NKCSI.Cms.Publishing.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace NKCSI.Cms.Publishing.Tests.Caching;

public sealed class PublishedPropertyTests
{
    private static readonly ValueSnapshot[] Both =
    [
        new("bg-BG", string.Empty, "Заглавие"),
        new("en-US", string.Empty, "Title"),
    ];

    [Fact]
    public void GetValue_VariantProperty_FollowsTheReadersCulture()
    {
        var type = new PublishedPropertyTypeStub("title", ContentVariation.Culture);
        using var fixture = new PublishedFixture(ContentVariation.Culture, [type]);
        var property = fixture.Item(PublishedFixture.Snapshot(Guid.NewGuid(), "Име", Both)).GetProperty("title")!;

        fixture.Variations.VariationContext = new VariationContext("en-us");
        var english = property.GetValue();
        fixture.Variations.VariationContext = new VariationContext("bg-BG");
        var bulgarian = property.GetValue();

        Assert.Equal("Title #1", english);
        Assert.Equal("Заглавие #2", bulgarian);
        Assert.Equal("Title #1", property.GetValue("en-US"));
        Assert.Equal("Title", property.GetSourceValue("EN-us"));
    }

    [Fact]
    public void HasValue_CultureWithoutValue_IsFalse()
    {
        var type = new PublishedPropertyTypeStub("title", ContentVariation.Culture);
        using var fixture = new PublishedFixture(ContentVariation.Culture, [type]);
        var property = fixture.Item(PublishedFixture.Snapshot(Guid.NewGuid(), "Име", Both[0])).GetProperty("title")!;

        Assert.True(property.HasValue("bg-BG"));
        Assert.False(property.HasValue("en-US"));
    }

    [Fact]
    public void GetValue_OfItemLevel_ConvertsOnce()
    {
        var type = new PublishedPropertyTypeStub("title");
        using var fixture = new PublishedFixture(properties: [type]);
        var property = Invariant(fixture);

        property.GetValue();
        fixture.Elements.Clear();
        property.GetValue();

        Assert.Equal(1, type.Conversions);
    }

    [Fact]
    public void GetValue_OfAllItemsLevel_ConvertsAgainAfterAnyChange()
    {
        var type = new PublishedPropertyTypeStub("title", cacheLevel: PropertyCacheLevel.Elements);
        using var fixture = new PublishedFixture(properties: [type]);
        var property = Invariant(fixture);

        property.GetValue();
        property.GetValue();
        Assert.Equal(1, type.Conversions);
        fixture.Elements.Clear();
        property.GetValue();

        Assert.Equal(2, type.Conversions);
    }

    [Fact]
    public void GetValue_WithoutCaching_ConvertsEveryTime()
    {
        var type = new PublishedPropertyTypeStub("title", cacheLevel: PropertyCacheLevel.None);
        using var fixture = new PublishedFixture(properties: [type]);
        var property = Invariant(fixture);

        property.GetValue();
        property.GetValue();

        Assert.Equal(2, type.Conversions);
    }

    [Fact]
    public void GetDeliveryApiValue_ExpandedAndPlain_AreKeptApart()
    {
        using var fixture = new PublishedFixture(properties: [new PublishedPropertyTypeStub("title")]);
        var property = Invariant(fixture);

        Assert.Equal("Заглавие plain", property.GetDeliveryApiValue(expanding: false));
        Assert.Equal("Заглавие expanded", property.GetDeliveryApiValue(expanding: true));
    }

    [Fact]
    public void GetValue_ManyThreads_GetOneObject()
    {
        using var fixture = new PublishedFixture(properties: [new PublishedPropertyTypeStub("title")]);
        var property = Invariant(fixture);
        var values = new object?[64];

        Parallel.For(0, values.Length, i => values[i] = property.GetValue());

        Assert.All(values, value => Assert.Same(values[0], value));
    }

    private static IPublishedProperty Invariant(PublishedFixture fixture) =>
        fixture
            .Item(
                PublishedFixture.Snapshot(
                    Guid.NewGuid(),
                    "Име",
                    new ValueSnapshot(string.Empty, string.Empty, "Заглавие")
                )
            )
            .GetProperty("title")!;
}
