using System.Globalization;
using NKCSI.Site.Texts;

namespace NKCSI.Web.Tests.Pages;

/// <summary>Values in texts, written as the language writes them.</summary>
public sealed class SiteTextsTests
{
    [Theory]
    [InlineData("bg-BG", "Резултати: 12,5")]
    [InlineData("en-US", "Резултати: 12.5")]
    public void Format_Number_FollowsTheCulture(string culture, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Assert.Equal(expected, SiteTexts.Format("Резултати: {0}", 12.5m));
    }

    [Fact]
    public void Format_NoValues_LeavesBracesAlone() => Assert.Equal("{0} %", SiteTexts.Format("{0} %"));
}
