using System.Text.Json;
using System.Xml.Linq;
using NKCSI.Site.Lists;
using NKCSI.Web.Tests.Support;

namespace NKCSI.Web.Tests.Pages;

/// <summary>What editors can choose for the home page is what the site can show.</summary>
public sealed class HomeBlocksTests
{
    [Theory]
    [InlineData("Какво да се покаже")]
    [InlineData("Показател на началната страница")]
    public void Of_EveryChoiceOfTheDropdown_IsKnown(string dataType)
    {
        var choices = ChoicesOf(dataType);
        Assert.NotEmpty(choices);
        Assert.All(choices, choice => Assert.NotNull(HomeBlocks.Of(choice)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("нещо друго")]
    public void Of_AnythingElse_IsLeftOut(string? choice) => Assert.Null(HomeBlocks.Of(choice));

    private static string[] ChoicesOf(string dataType)
    {
        var file = Directory
            .EnumerateFiles(Path.Combine(BuiltSite.SyncFolder, "DataTypes"), "*.config")
            .Select(path => XDocument.Load(path))
            .Single(document => document.Root!.Attribute("Alias")!.Value == dataType);
        using var config = JsonDocument.Parse(file.Root!.Element("Config")!.Value);
        return [.. config.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetString()!)];
    }
}
