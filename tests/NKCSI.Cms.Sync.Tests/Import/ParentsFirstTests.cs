using NKCSI.Cms.Sync.Import;

namespace NKCSI.Cms.Sync.Tests.Import;

public sealed class ParentsFirstTests
{
    [Fact]
    public void Order_ChildBeforeParent_IsTurnedAround()
    {
        var ordered = Order(["page", "seo", "base"], ("page", ["seo"]), ("seo", ["base"]));

        Assert.Equal(["base", "seo", "page"], ordered);
    }

    [Fact]
    public void Order_NothingToChange_KeepsThePlaces() => Assert.Equal(["c", "a", "b"], Order(["c", "a", "b"]));

    [Fact]
    public void Order_Circle_IsToldAndKeepsEveryItemOnce()
    {
        var told = new List<string>();

        var ordered = Order(["a", "b"], told.Add, ("a", ["b"]), ("b", ["a"]));

        Assert.Single(told);
        Assert.Equal(["a", "b"], ordered.Order(StringComparer.Ordinal));
    }

    private static List<string> Order(string[] items, params (string Item, string[] Needs)[] needs) =>
        Order(items, _ => Assert.Fail("No circle was expected."), needs);

    private static List<string> Order(
        string[] items,
        Action<string> onCycle,
        params (string Item, string[] Needs)[] needs
    ) =>
        ParentsFirst.Order(
            items,
            item =>
                needs
                    .Where(need => need.Item == item)
                    .SelectMany(need => need.Needs)
                    .Select(name => items.First(known => known == name)),
            onCycle
        );
}
