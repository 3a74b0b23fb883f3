using NKCSI.Cms.Publishing.Caching;

namespace NKCSI.Cms.Publishing.Tests.Caching;

public sealed class ElementsCacheTests
{
    [Fact]
    public void Get_ClearedWhileMaking_DoesNotKeepWhatWasMade()
    {
        var cache = new ElementsCache();

        cache.Get(
            "key",
            () =>
            {
                cache.Clear();
                return "before";
            }
        );

        Assert.Equal("after", cache.Get("key", () => "after"));
    }

    [Fact]
    public void Get_MoreThanFits_StartsAnew()
    {
        var cache = new ElementsCache();
        var lifetime = cache.Lifetime;

        for (var i = 0; i < 60_000; i++)
        {
            cache.Get($"key {i}", () => "value");
        }

        Assert.NotSame(lifetime, cache.Lifetime);
    }
}
